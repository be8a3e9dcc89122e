package dev.vidiexport.sinks.postgresql;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a server, of which every connection is cut at a word that the client sends: before the
 * server has it, or when the server has answered, and before the client knows.
 */
final class CutConnection implements AutoCloseable {
  private final ServerSocket listening;
  private final int serverPort;
  private final String word;
  private final boolean reachesServer;
  private final List<Connection> connections = new ArrayList<>();

  private CutConnection(
      ServerSocket listening, int serverPort, String word, boolean reachesServer) {
    this.listening = listening;
    this.serverPort = serverPort;
    this.word = word;
    this.reachesServer = reachesServer;
  }

  static CutConnection beforeServerHas(String word, int serverPort) throws IOException {
    return start(word, serverPort, false);
  }

  static CutConnection beforeClientKnows(String word, int serverPort) throws IOException {
    return start(word, serverPort, true);
  }

  private static CutConnection start(String word, int serverPort, boolean reachesServer)
      throws IOException {
    CutConnection way =
        new CutConnection(
            new ServerSocket(0, 5, InetAddress.getLoopbackAddress()),
            serverPort,
            word,
            reachesServer);
    onDaemon(way::accept);
    return way;
  }

  int port() {
    return listening.getLocalPort();
  }

  private static void onDaemon(Runnable work) {
    Thread thread = new Thread(work, "way-to-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Connection connection =
            new Connection(
                listening.accept(), new Socket(InetAddress.getLoopbackAddress(), serverPort));
        synchronized (connections) {
          connections.add(connection);
        }
        onDaemon(connection::passAnswers);
        onDaemon(connection::passQuestions);
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /** Both ends of one. */
  private final class Connection {
    private final Socket client;
    private final Socket server;
    private volatile boolean isSilent;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void passQuestions() {
      try (InputStream in = client.getInputStream();
          OutputStream out = server.getOutputStream()) {
        byte[] bytes = new byte[64 * 1024];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
          if (new String(bytes, 0, length, ISO_8859_1).contains(word)) {
            isSilent = true;
            if (!reachesServer) {
              close();
              return;
            }
          }
          out.write(bytes, 0, length);
        }
      } catch (IOException over) {
        // One of the two has gone.
      }
    }

    void passAnswers() {
      try (InputStream in = server.getInputStream();
          OutputStream out = client.getOutputStream()) {
        byte[] bytes = new byte[64 * 1024];
        for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
          if (isSilent) {
            close();
            return;
          }
          out.write(bytes, 0, length);
        }
      } catch (IOException over) {
        // One of the two has gone.
      }
    }

    void close() throws IOException {
      client.close();
      server.close();
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      synchronized (connections) {
        for (Connection connection : connections) {
          connection.close();
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
