package dev.vidiexport.domain.extract;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Schema;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was taken out of a history. Immutable.
 *
 * @param schema the columns of the output
 * @param files how many files the rows are from
 * @param firstDay the first day of the first of their windows; empty without files
 * @param lastDay the last day of the last of them; empty without files
 * @param bytes how large the output is; empty where its size is not known
 * @param nonFiniteAsNull how many numbers that are not finite are null in the output
 * @param elapsed how long it took
 */
public record ExtractReceipt(
    Schema schema,
    long rows,
    int files,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    OptionalLong bytes,
    long nonFiniteAsNull,
    Duration elapsed) {
  public ExtractReceipt {
    requireNonNull(schema, "schema must not be null");
    requireNonNull(firstDay, "firstDay must not be null");
    requireNonNull(lastDay, "lastDay must not be null");
    requireNonNull(bytes, "bytes must not be null");
    requireNonNull(elapsed, "elapsed must not be null");
  }

  static ExtractReceipt of(
      Schema schema,
      long rows,
      List<ListedSlice> slices,
      long bytes,
      long nonFiniteAsNull,
      Duration elapsed) {
    return new ExtractReceipt(
        schema,
        rows,
        slices.size(),
        slices.stream().map(slice -> slice.key().window().firstDay()).min(naturalOrder()),
        slices.stream().map(slice -> slice.key().window().lastDay()).max(naturalOrder()),
        bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes),
        nonFiniteAsNull,
        elapsed);
  }
}
