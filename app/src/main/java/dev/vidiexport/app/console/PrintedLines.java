package dev.vidiexport.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Takes what plugins and libraries print, and passes it on line by line. Thread-safe. */
final class PrintedLines extends OutputStream {
  /** Longer lines are passed on in parts. */
  private static final int MOST_BYTES = 64 * 1024;

  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  PrintedLines(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void write(int value) {
    if (value == '\n') {
      pass();
    } else {
      line.write(value);
      if (line.size() >= MOST_BYTES) {
        pass();
      }
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      write(bytes[at]);
    }
  }

  /** Passes on what has no line end. */
  @Override
  public synchronized void close() {
    if (line.size() > 0) {
      pass();
    }
  }

  private void pass() {
    String text = line.toString(UTF_8);
    line.reset();
    lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
