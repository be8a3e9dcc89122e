package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PlainHttpTrapTest {
  @Test
  void tellsOfTheFirstByte() throws Exception {
    PlainHttpTrap trap = new PlainHttpTrap();
    trap.check();

    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), trap.port());
        OutputStream out = socket.getOutputStream()) {
      out.write('G');
      out.flush();
      assertThat(socket.getInputStream().read()).as("closed once it has read").isEqualTo(-1);
    }

    assertThatThrownBy(trap::check).isInstanceOf(AssertionError.class);
  }
}
