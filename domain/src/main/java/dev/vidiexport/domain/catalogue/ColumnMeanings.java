package dev.vidiexport.domain.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** What columns mean, by their names, in sentences for people. Thread-safe. */
public final class ColumnMeanings {
  private static final String RESOURCE = "column-meanings.properties";

  private final Properties sentences = new Properties();

  /** Reads them; few users want to see them, so nobody else waits for that. */
  public ColumnMeanings() {
    try (Reader reader =
        new InputStreamReader(ColumnMeanings.class.getResource(RESOURCE).openStream(), UTF_8)) {
      sentences.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, unreadable);
    }
  }

  /** What a column means; empty where nobody documents it. */
  public Optional<String> of(String name) {
    return Optional.ofNullable(sentences.getProperty(name));
  }

  /**
   * What the values of a column are counted in, or what its codes mean; empty where that is not
   * documented.
   */
  public static Optional<String> unitOf(String name) {
    return ColumnUnits.of(name);
  }
}
