package dev.vidiexport.http.sandbox;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import dev.vidiexport.http.sandbox.data.DataOverTime;
import dev.vidiexport.http.sandbox.data.Question;
import dev.vidiexport.http.sandbox.data.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A local VidiCenter: it speaks the documented protocol on 127.0.0.1, to one user, and makes its
 * data up as it is asked. Thread-safe. Whoever starts it closes it.
 *
 * <p>It is bounded in all that a caller can ask of it: 16 calls at once and 64 waiting, addresses
 * of 64 KiB, 1,000 exports remembered, and headers as the JDK's server bounds them; rows are never
 * held. A caller that stops reading holds one of the 16 until it goes.
 */
public final class Sandbox implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int THREADS = 16;
  private static final int WAITING_CALLS = 64;
  private static final long IDLE_SECONDS = 30;
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static {
    // The server sends the head of an answer by itself, and what follows would wait for the
    // caller's
    // system to acknowledge it: 40 ms for each call. It reads this once, before the first call.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final BasicCredentials credentials;
  private final CallHistory history;
  private final DataOverTime data;
  private final InstantSource present;
  private final ExportCache cache;

  private Sandbox(SandboxSettings settings, InstantSource clock) throws IOException {
    credentials = BasicCredentials.of(settings.seed());
    history = new CallHistory(settings.limits());
    data = settings.data();
    present = settings.history().map(SandboxHistory::now).orElse(clock);
    cache = new ExportCache(settings, clock);
    DataEndpoint exports = new DataEndpoint(settings, data, present, cache, history);
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), settings.port()),
            WAITING_CALLS);
    threads = threads();
    server.setExecutor(threads);
    server.createContext(
        "/",
        new Reception(credentials, history, clock, exports, new TopologyEndpoint(data, present)));
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_CALLS),
            Sandbox::thread,
            // A call that finds no room holds up those behind it; dropped, it would hang for ever.
            new ThreadPoolExecutor.CallerRunsPolicy());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sandbox");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a sandbox, which listens when this method returns.
   *
   * @throws IOException when it cannot listen on the port, for example because another program does
   */
  public static Sandbox start(SandboxSettings settings) throws IOException {
    return start(settings, InstantSource.system());
  }

  /**
   * Starts a sandbox that reads the time of day from elsewhere: by it exports are built and
   * forgotten, and calls of a minute are counted.
   *
   * @param clock asked from several threads
   * @throws IOException when it cannot listen on the port, for example because another program does
   */
  public static Sandbox start(SandboxSettings settings, InstantSource clock) throws IOException {
    requireNonNull(settings, "settings must not be null");
    requireNonNull(clock, "clock must not be null");
    Sandbox sandbox = new Sandbox(settings, clock);
    sandbox.server.start();
    return sandbox;
  }

  /** Where it listens: {@code http://127.0.0.1:PORT/}. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:%s/".formatted(server.getAddress().getPort()));
  }

  /** The user whose calls it takes. */
  public String username() {
    return credentials.username();
  }

  /** That user's token, made up from the seed; it opens nothing but a sandbox. */
  public String token() {
    return credentials.token();
  }

  /**
   * The rows of an export as this sandbox serves them, whether it was asked for or not: those of an
   * export that is remembered, or else those of one that began to be built now. Counts as no call.
   *
   * @param arguments VidiCenter's argument names and values, not encoded
   * @throws IllegalArgumentException when a call with these arguments would be refused, other than
   *     for the size of the export
   */
  public ServedRows rows(Map<String, String> arguments) {
    try {
      Instant now = present.instant();
      Question question = data.at(now).question(arguments);
      Instant created = cache.created(question, now).orElse(now);
      return new ServedRows(data.at(created).rows(question));
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(refusal.message(), refusal);
    }
  }

  /** What it has seen so far. */
  public SandboxStatistics statistics() {
    return history.statistics();
  }

  /** Ends all calls and frees the port. May be called more than once. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
