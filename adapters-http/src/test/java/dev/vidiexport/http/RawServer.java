package dev.vidiexport.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each connection with the same bytes, and closes it, politely or not. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final AtomicInteger connections = new AtomicInteger();
  private final Thread thread;
  private volatile byte[] answer = {};
  private volatile boolean resetting;
  private volatile boolean hasty;

  public RawServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /** What each further connection is answered, after its request has been read. */
  public void answer(byte[] bytes, boolean reset) {
    answer = bytes;
    resetting = reset;
  }

  /** What each further connection is answered, after its first byte: it may send no request. */
  public void answerAtOnce(byte[] bytes) {
    hasty = true;
    answer(bytes, false);
  }

  public int connections() {
    return connections.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        if (hasty) {
          socket.getInputStream().read();
        } else {
          readRequest(socket);
        }
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
        if (resetting) {
          socket.setSoLinger(true, 0);
        }
      } catch (IOException closed) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private static void readRequest(Socket socket) throws IOException {
    int lineFeeds = 0;
    while (lineFeeds < 2) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        return;
      }
      if (next == '\n') {
        lineFeeds++;
      } else if (next != '\r') {
        lineFeeds = 0;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
