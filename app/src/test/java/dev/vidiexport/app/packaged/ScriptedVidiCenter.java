package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLException;

/**
 * A service on this machine that gives one answer after the other, the last one for ever, or
 * chooses each by what is asked for, and keeps every request. It writes its answers byte by byte,
 * so that they can be as wrong as they like.
 */
public final class ScriptedVidiCenter implements AutoCloseable {
  private final ServerSocket server;
  private final Script script;
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final List<Socket> connections = new ArrayList<>();
  private final CallAudit audit;

  /** What is answered. */
  @FunctionalInterface
  private interface Script {
    /**
     * The answer to a request.
     *
     * @param earlier how many came before it
     */
    ScriptedAnswer answer(int earlier, ReceivedRequest request);

    static Script of(List<ScriptedAnswer> answers) {
      List<ScriptedAnswer> all = List.copyOf(answers);
      return (earlier, request) -> all.get(Math.min(earlier, all.size() - 1));
    }
  }

  private ScriptedVidiCenter(Script script, ServerSocketFactory sockets) {
    this.script = script;
    try {
      this.server = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.audit = new CallAudit().at(server.getLocalPort());
    start(this::accept, "accept");
  }

  /** A service that gives these answers. */
  public static ScriptedVidiCenter answering(ScriptedAnswer... script) {
    return answering(List.of(script));
  }

  /** A service that gives these answers. */
  static ScriptedVidiCenter answering(List<ScriptedAnswer> script) {
    return answering(script, ServerSocketFactory.getDefault());
  }

  /** A service that answers by what is asked for. */
  public static ScriptedVidiCenter choosing(Function<ReceivedRequest, ScriptedAnswer> choice) {
    return new ScriptedVidiCenter(
        (earlier, request) -> choice.apply(request), ServerSocketFactory.getDefault());
  }

  /** A service that gives these answers over sockets of a kind, such as encrypted ones. */
  static ScriptedVidiCenter answering(List<ScriptedAnswer> script, ServerSocketFactory sockets) {
    return new ScriptedVidiCenter(Script.of(script), sockets);
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + port() + "/";
  }

  int port() {
    return server.getLocalPort();
  }

  /** All requests so far. */
  public synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Waits until that many requests have come. */
  synchronized void awaitRequests(int count) throws InterruptedException {
    long deadline = System.nanoTime() + WaitLimit.FAR.toNanos();
    while (requests.size() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Only " + requests.size() + " of " + count + " requests came");
      }
      wait(left);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        keep(connection);
        audit.opened();
        start(() -> serve(connection), "serve");
      } catch (IOException closed) {
        // Closing the server socket is how a test ends this loop.
        return;
      }
    }
  }

  private synchronized void keep(Socket connection) {
    connections.add(connection);
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, "scripted-vidicenter-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      List<String> head = new ArrayList<>();
      for (String line = reader.readLine();
          line != null && !line.isEmpty();
          line = reader.readLine()) {
        head.add(line);
      }
      if (!head.isEmpty()) {
        next(ReceivedRequest.parse(head)).send(connection);
      }
    } catch (SSLException failed) {
      // The program refuses the certificate, which is what a test is about; or it speaks no TLS.
      if (String.valueOf(failed.getMessage()).contains("unrecognized SSL message")) {
        audit.cameUnencrypted();
      }
    } catch (IOException gone) {
      // The program went away in the middle, which is what some tests are about.
      connection.getLocalPort();
    } finally {
      audit.closed();
    }
  }

  private synchronized ScriptedAnswer next(ReceivedRequest request) {
    ScriptedAnswer answer = script.answer(requests.size(), request);
    requests.add(request);
    boolean asksForRebuild = request.arguments().containsKey("force_rebuild");
    if (answer.turnsAway()) {
      audit.turnedAway(asksForRebuild);
    } else {
      audit.arrived(asksForRebuild);
    }
    notifyAll();
    return answer;
  }

  @Override
  public synchronized void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.check();
  }
}
