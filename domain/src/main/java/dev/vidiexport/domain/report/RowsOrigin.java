package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the rows of one data type came from. Immutable.
 *
 * @param dataType VidiCenter's name of the data type
 * @param timeResolution VidiCenter's word for how long a time a row stands for
 * @param grouped whether there is a row for each gender and age
 * @param arguments what VidiCenter was asked for; empty where nobody knows
 * @param creationDate when VidiCenter built it, as it wrote that; of several times the first and
 *     the last; empty where nobody knows
 * @param rows how many rows of the span there were
 * @param untold how many more had no place or no time that can be read, and are in no figure
 * @param outside how many more lie outside the span, and are in no figure of it
 */
public record RowsOrigin(
    String dataType,
    String timeResolution,
    boolean grouped,
    Map<String, String> arguments,
    Optional<String> creationDate,
    long rows,
    long untold,
    long outside) {
  public RowsOrigin {
    requireNonNull(dataType, "dataType must not be null");
    requireNonNull(timeResolution, "timeResolution must not be null");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    requireNonNull(creationDate, "creationDate must not be null");
  }
}
