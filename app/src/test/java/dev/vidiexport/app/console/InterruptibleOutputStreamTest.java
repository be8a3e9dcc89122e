package dev.vidiexport.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptibleOutputStreamTest {
  @Test
  void writesWhatItIsGiven() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream out = new InterruptibleOutputStream(bytes, () -> false);

    out.write("ab".getBytes(UTF_8));
    out.write('c');
    out.flush();

    assertThat(bytes).hasToString("abc");
  }

  @Test
  void writesOnAfterAFlush() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OutputStream out = new InterruptibleOutputStream(bytes, () -> false);

    out.write('a');
    out.flush();
    out.write('b');

    assertThat(bytes).hasToString("ab");
  }

  @Test
  void givesUpWhenNobodyReadsAndTheRunMustEnd() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    try (PipedInputStream neverRead = new PipedInputStream(16);
        PipedOutputStream pipe = new PipedOutputStream(neverRead)) {
      OutputStream out = new InterruptibleOutputStream(pipe, () -> looks.incrementAndGet() > 2);

      assertThatThrownBy(() -> out.write(new byte[64]))
          .isInstanceOf(IOException.class)
          .hasMessage("nobody read it before the run had to end");
    }
  }

  @Test
  void passesAFailureOn() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThatThrownBy(() -> new InterruptibleOutputStream(broken, () -> false).write(1))
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
  }
}
