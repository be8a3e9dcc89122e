package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rows of an output came from. Immutable; never holds a credential.
 *
 * @param request VidiCenter's argument names and values, in the order in which they are sent
 * @param creationDate when VidiCenter built the export, as VidiCenter wrote it, where it said so
 * @param rows how many rows the sink was given
 * @param programVersion the version of this program
 * @since 0.1.0
 */
public record Provenance(
    Map<String, String> request, Optional<String> creationDate, long rows, String programVersion) {
  public Provenance {
    request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
    requireNonNull(creationDate, "creationDate must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
    if (rows < 0) {
      throw new IllegalArgumentException("rows must not be negative, but was " + rows);
    }
  }
}
