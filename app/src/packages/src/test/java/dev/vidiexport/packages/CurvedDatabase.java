package dev.vidiexport.packages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * What begins as a PostgreSQL server does: it agrees to encrypt, shows its certificate, reads who
 * wants to come in, and hangs up.
 *
 * @param listening where it does
 * @param keys its key, and the certificate to trust
 */
record CurvedDatabase(ServerSocket listening, CurvedKeys keys) implements AutoCloseable {
  private static final int LENGTH_OF_REQUEST = 8;

  static CurvedDatabase start(CurvedKeys keys) throws IOException {
    CurvedDatabase database =
        new CurvedDatabase(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), keys);
    Thread thread = new Thread(database::serve, "database");
    thread.setDaemon(true);
    thread.start();
    return database;
  }

  private void serve() {
    try {
      while (true) {
        hangUpOn(listening.accept());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void hangUpOn(Socket client) {
    try (client) {
      client.getInputStream().readNBytes(LENGTH_OF_REQUEST);
      client.getOutputStream().write('S');
      try (SSLSocket encrypted =
          (SSLSocket)
              keys.context().getSocketFactory().createSocket(client, "localhost", 0, false)) {
        encrypted.setUseClientMode(false);
        encrypted.getInputStream().readNBytes(LENGTH_OF_REQUEST);
      }
    } catch (IOException refused) {
      // It does not trust the certificate, which it then says itself.
    }
  }

  String address() {
    return "postgresql://reader@localhost:%s/audience?sslmode=verify-full&sslrootcert=%s"
        .formatted(listening.getLocalPort(), keys.certificate());
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
