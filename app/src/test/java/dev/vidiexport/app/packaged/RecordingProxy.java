package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands before a server that keeps no {@link CallAudit} of its own, such as a sandbox, passes all
 * bytes on, and keeps one. Closing it checks that. Thread-safe.
 */
public final class RecordingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final CallAudit audit;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int mostPassed = Integer.MAX_VALUE;

  private RecordingProxy(int target) {
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.target = target;
    this.audit = new CallAudit().at(server.getLocalPort());
    start(this::accept, "accept");
  }

  /** Listens before the server at an address on this machine. */
  public static RecordingProxy before(URI baseUrl) {
    return new RecordingProxy(baseUrl.getPort());
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /** What was asked for so far, each with its arguments as they were sent, in the order of time. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Passes so many more calls on; the server never hears of those that come behind them. */
  public void passOnly(int calls) {
    mostPassed = asked.size() + calls;
  }

  /** Passes all calls on from now on, as it does at first. */
  public void passAll() {
    mostPassed = Integer.MAX_VALUE;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        audit.opened();
        start(() -> serve(client), "serve");
      } catch (IOException closed) {
        // Closing the server socket is how a test ends this loop.
        return;
      }
    }
  }

  private void serve(Socket client) {
    AtomicBoolean open = new AtomicBoolean(true);
    try (client;
        Socket origin = new Socket(InetAddress.getByName("127.0.0.1"), target)) {
      start(() -> passAnswers(origin, client, open), "answers");
      passRequests(client.getInputStream(), origin.getOutputStream());
    } catch (IOException gone) {
      // One of the two went away; the other one learns of it by the end of its socket.
      client.getLocalPort();
    } finally {
      close(open);
    }
  }

  private void passAnswers(Socket origin, Socket client, AtomicBoolean open) {
    try {
      origin.getInputStream().transferTo(client.getOutputStream());
      client.shutdownOutput();
    } catch (IOException gone) {
      close(open);
    }
  }

  private void close(AtomicBoolean open) {
    if (open.getAndSet(false)) {
      audit.closed();
    }
  }

  /** Requests without bodies, each of which ends with an empty line. */
  private void passRequests(InputStream in, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder();
    byte[] piece = new byte[4096];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      head.append(new String(piece, 0, read, ISO_8859_1));
      int end = head.indexOf("\r\n\r\n");
      while (end >= 0) {
        // No sandbox of these tests turns away a call that asks for a rebuild.
        String request = head.substring(0, head.indexOf("\r\n"));
        audit.arrived(request.contains("force_rebuild"));
        asked.add(request.split(" ")[1]);
        if (asked.size() > mostPassed) {
          in.transferTo(OutputStream.nullOutputStream());
          return; // The caller has gone, without an answer.
        }
        head.delete(0, end + 4);
        end = head.indexOf("\r\n\r\n");
      }
      out.write(piece, 0, read);
      out.flush();
    }
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, "recording-proxy-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    audit.check();
  }
}
