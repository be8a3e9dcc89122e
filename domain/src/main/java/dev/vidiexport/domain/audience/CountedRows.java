package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.report.RowsOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The counted rows of one data type, and what is known of them.
 *
 * @param expected which there should be
 * @param requests what VidiCenter was asked for, for each input that says so
 * @param creationDate when VidiCenter built them, as it wrote that; of several times the first and
 *     the last; empty where nobody knows
 */
public record CountedRows(
    AudienceCounter counter,
    ExpectedCoverage expected,
    List<Map<String, String>> requests,
    Optional<String> creationDate) {
  public CountedRows {
    requireNonNull(counter, "counter must not be null");
    requireNonNull(expected, "expected must not be null");
    requests = List.copyOf(requests);
    requireNonNull(creationDate, "creationDate must not be null");
  }

  AudienceType type() {
    return counter.shape().type();
  }

  RowsOrigin origin() {
    RowShape shape = counter.shape();
    return new RowsOrigin(
        shape.type().dataType(),
        shape.resolution().argument(),
        shape.grouped(),
        requests.size() == 1 ? requests.get(0) : Map.of(),
        creationDate,
        counter.rows(),
        counter.untold(),
        counter.outside());
  }
}
