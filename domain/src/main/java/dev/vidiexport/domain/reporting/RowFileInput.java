package dev.vidiexport.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file of rows of which a report is to be made. Immutable.
 *
 * @param file where it is
 * @param receipt what the receipt of its export says that VidiCenter was asked for; empty without
 * @param creationDate when VidiCenter built its rows, by the receipt; empty where nobody knows
 */
public record RowFileInput(
    Path file, Optional<Map<String, String>> receipt, Optional<String> creationDate) {
  public RowFileInput {
    requireNonNull(file, "file must not be null");
    receipt = receipt.map(map -> Collections.unmodifiableMap(new LinkedHashMap<>(map)));
    requireNonNull(creationDate, "creationDate must not be null");
  }
}
