package dev.vidiexport.domain.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads what was copied by hand from the documentation. */
final class DocumentedText {
  private DocumentedText() {}

  /** The lines of a resource, without comments and empty ones. */
  static List<String> lines(String resource) {
    try (InputStream input = DocumentedText.class.getResourceAsStream(resource)) {
      return new String(input.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
