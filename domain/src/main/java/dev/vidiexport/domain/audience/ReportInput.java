package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.report.ReportSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a report is reckoned from.
 *
 * @param span what the report is about
 * @param rows those of the span, of each data type once; at least one
 * @param past an earlier span to compare with; empty for none
 * @param names what cameras are called, whatever rows say; of those that are not in it, rows say it
 */
public record ReportInput(
    ReportSpan span,
    List<CountedRows> rows,
    Optional<PastRows> past,
    Map<Long, LocationNames> names) {
  public ReportInput {
    requireNonNull(span, "span must not be null");
    rows = List.copyOf(rows);
    requireNonNull(past, "past must not be null");
    names = Map.copyOf(names);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows must not be empty");
    }
    if (rows.stream().map(CountedRows::type).distinct().count() < rows.size()) {
      throw new IllegalArgumentException("rows must be of each data type once");
    }
  }

  /**
   * Rows of an earlier span.
   *
   * @param rows of each data type at most once
   */
  public record PastRows(ReportSpan span, List<CountedRows> rows) {
    public PastRows {
      requireNonNull(span, "span must not be null");
      rows = List.copyOf(rows);
    }
  }
}
