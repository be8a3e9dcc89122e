package dev.vidiexport.domain.port;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of rows, and what it says of itself.
 *
 * @param rows to be read once
 * @param keys what VidiCenter calls each column
 * @param request what VidiCenter was asked for; empty where the file does not say
 * @param creationDate when VidiCenter built the rows; empty where the file does not say
 */
public record OpenedRowFile(
    FileRows rows, List<String> keys, Map<String, String> request, Optional<String> creationDate)
    implements AutoCloseable {
  public OpenedRowFile {
    requireNonNull(rows, "rows must not be null");
    keys = List.copyOf(keys);
    request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
    requireNonNull(creationDate, "creationDate must not be null");
  }

  /** Lets go of the file. Never fails; may be called more than once. */
  @Override
  public void close() {
    rows.close();
  }
}
