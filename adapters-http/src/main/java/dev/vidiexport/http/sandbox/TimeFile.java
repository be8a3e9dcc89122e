package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.vidiexport.http.sandbox.data.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A time that stands in a file, and passes when somebody writes another one there. Whoever asks has
 * the file read, at most 100 bytes of it. An empty file is one that is just being written: the last
 * time holds. Thread-safe.
 */
public final class TimeFile implements InstantSource {
  private static final int LONGEST = 100;

  private final Path file;
  private Instant last;

  private TimeFile(Path file, Instant first) {
    this.file = file;
    this.last = first;
  }

  /**
   * The time in a file, which is read at once, too.
   *
   * @throws IllegalArgumentException when it cannot be read, or holds no time as {@link
   *     SandboxTime#parse} takes it; the message is a clause that goes on after the name of the
   *     file's option
   */
  public static TimeFile of(Path file) {
    requireNonNull(file, "file must not be null");
    try {
      return new TimeFile(file, SandboxTime.parse(text(file)));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "must name a file that can be read, but was \"%s\"".formatted(file), unreadable);
    }
  }

  /**
   * The time that stands there now.
   *
   * @throws Refusal when it cannot be read; the sandbox answers 500 then
   */
  @Override
  public synchronized Instant instant() {
    try {
      String text = text(file);
      if (!text.isEmpty()) {
        last = SandboxTime.parse(text);
      }
      return last;
    } catch (IOException | IllegalArgumentException wrong) {
      throw Refusal.of(
          500, "The sandbox cannot tell the time by %s: %s".formatted(file, wrong.getMessage()));
    }
  }

  private static String text(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(LONGEST), UTF_8).strip();
    }
  }
}
