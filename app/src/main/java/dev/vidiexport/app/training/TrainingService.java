package dev.vidiexport.app.training;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A VidiCenter for one export after the other, of which each asks twice: while it is built, and
 * when it has finished. On this machine alone, by bare sockets, because the classes of a real
 * server would be loaded by every start that uses what was learnt. It asks for no credentials.
 */
final class TrainingService implements Closeable {
  private static final byte[] BUILDING =
      "{\"state\": \"in_progress\"}".getBytes(StandardCharsets.UTF_8);

  /** No call of this process waits so long. */
  private static final int MOST_MILLISECONDS = 25_000;

  private final ServerSocket socket;
  private final byte[] finished;
  private final FutureTask<Void> answers = new FutureTask<>(this::answer);

  private TrainingService(ServerSocket socket, byte[] finished) {
    this.socket = socket;
    this.finished = finished;
  }

  /**
   * Begins to listen.
   *
   * @param finished the body of a finished export; not copied
   * @throws IOException when it cannot listen
   */
  static TrainingService start(byte[] finished) throws IOException {
    TrainingService service =
        new TrainingService(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), finished);
    Thread thread = new Thread(service.answers, "vidiexport-training");
    thread.setDaemon(true);
    thread.start();
    return service;
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  private Void answer() throws IOException {
    for (int call = 0; !socket.isClosed(); call++) {
      try (Socket connection = socket.accept()) {
        connection.setSoTimeout(MOST_MILLISECONDS);
        readRequest(connection);
        write(call % 2 == 0 ? BUILDING : finished, connection.getOutputStream());
      } catch (IOException failure) {
        if (!socket.isClosed()) {
          throw failure;
        }
      }
    }
    return null;
  }

  /** Up to the empty line behind its headers; it has no body. */
  private static void readRequest(Socket connection) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String line;
    do {
      line = lines.readLine();
    } while (line != null && !line.isEmpty());
  }

  private static void write(byte[] body, OutputStream out) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  /**
   * Ends it.
   *
   * @throws IOException when it had ended before, because a call failed
   */
  @Override
  public void close() throws IOException {
    socket.close();
    try {
      answers.get();
    } catch (ExecutionException failure) {
      throw new IOException("A call of the training failed.", failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
