package dev.vidiexport.app.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the kernel tells in a file below {@code /proc}, in lines of name, colon and value.
 * Immutable.
 */
public record ProcFile(List<String> lines) {
  /** Reads a file; one that is not there has no lines. */
  public static ProcFile of(Path file) throws IOException {
    try {
      return new ProcFile(Files.readAllLines(file));
    } catch (NoSuchFileException e) {
      return new ProcFile(List.of());
    }
  }

  /** The value of the first line with that name. */
  public Optional<String> value(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  /** A value in kB, as bytes; 0 when there is none. */
  public long bytes(String name) {
    return value(name).map(text -> Long.parseLong(text.split(" ", 2)[0]) * 1024).orElse(0L);
  }
}
