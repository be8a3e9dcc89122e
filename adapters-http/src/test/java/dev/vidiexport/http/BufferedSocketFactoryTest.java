package dev.vidiexport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class BufferedSocketFactoryTest {
  private static final byte[] HELLO = "hello".getBytes(US_ASCII);

  private final BufferedSocketFactory sockets = new BufferedSocketFactory();

  /** Makes a socket that leads to a server. */
  private interface Connecting {
    Socket to(InetAddress address, int port) throws IOException;
  }

  @Test
  void leadToTheServerWhicheverWayTheyAreMade() throws IOException {
    InetAddress here = InetAddress.getByName("127.0.0.1");
    List<Connecting> ways =
        List.of(
            sockets::createSocket,
            (address, port) -> sockets.createSocket(address.getHostAddress(), port),
            (address, port) -> sockets.createSocket(address, port, here, 0),
            (address, port) -> sockets.createSocket(address.getHostAddress(), port, here, 0));
    for (Connecting way : ways) {
      try (ServerSocket server = new ServerSocket(0, 1, here);
          Socket client = way.to(here, server.getLocalPort());
          Socket accepted = server.accept()) {
        accepted.getOutputStream().write(HELLO);
        accepted.shutdownOutput();

        assertThat(client.getInputStream().readAllBytes()).isEqualTo(HELLO);
      }
    }
  }

  @Test
  void takeMoreFromTheSystemThanTheyAreAskedFor() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        Socket client = sockets.createSocket("127.0.0.1", server.getLocalPort());
        Socket accepted = server.accept()) {
      accepted.getOutputStream().write(HELLO);
      accepted.shutdownOutput();

      assertThat(client.getInputStream().read()).isEqualTo('h');
      // The stream is the same one always, or what it has taken would be lost.
      assertThat(client.getInputStream().readAllBytes()).hasSize(HELLO.length - 1);
    }
  }
}
