package dev.vidiexport.app.cut;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service on this machine with one answer, of which it first sends only beginnings. It looks at
 * the output whenever it is asked. Thread-safe.
 */
final class CuttingVidiCenter implements AutoCloseable {
  private final ServerSocket server;
  private final byte[] answer;
  private final Deque<Integer> cuts = new ArrayDeque<>();
  private int calls;
  private Supplier<@Nullable String> look = () -> null;
  private @Nullable String atFirst;
  private boolean untouched;

  CuttingVidiCenter(byte[] answer) throws IOException {
    this.answer = answer.clone();
    this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(this::serve, "cutting-vidicenter");
    thread.setDaemon(true);
    thread.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /**
   * Begins a new script.
   *
   * @param lengths how many bytes of the answer come, call by call; then it comes whole
   * @param output tells what stands under the name of the output; null for nothing
   */
  synchronized void script(List<Integer> lengths, Supplier<@Nullable String> output) {
    cuts.clear();
    cuts.addAll(lengths);
    calls = 0;
    look = output;
    atFirst = output.get();
    untouched = true;
  }

  /** How many calls came since the script began. */
  synchronized int calls() {
    return calls;
  }

  /** Whether the output was the same at every call as when the script began. */
  synchronized boolean sawOutputUntouched() {
    return untouched;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket connection = server.accept()) {
        if (hasRequest(connection)) {
          connection.getOutputStream().write(answer, 0, nextLength());
        }
      } catch (IOException closed) {
        // Closing the server socket is how a test ends this loop; a caller that went away in the
        // middle is seen by the number of calls.
        continue;
      }
    }
  }

  private static boolean hasRequest(Socket connection) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
    String line = reader.readLine();
    while (line != null && !line.isEmpty()) {
      line = reader.readLine();
    }
    return line != null;
  }

  private synchronized int nextLength() {
    calls++;
    String seen = look.get();
    untouched &= seen == null ? atFirst == null : seen.equals(atFirst);
    return cuts.isEmpty() ? answer.length : cuts.remove();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
