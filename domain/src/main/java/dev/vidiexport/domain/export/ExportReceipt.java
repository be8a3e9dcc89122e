package dev.vidiexport.domain.export;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a run, as far as it got. Immutable.
 *
 * @param lastState the last state that VidiCenter named; empty when it named none
 * @param schema the columns of the output; empty without an output
 * @param rows how many rows are in the output; empty without an output
 * @param droppedRows how many came that are not in the output, because they are not before the time
 *     that the run was given; 0 without an output
 * @param bytes how large the output is; empty without an output, or where its size is not known
 * @param nonFiniteAsNull how many numbers that are not finite are null in the output; 0 without one
 * @param creationDate when VidiCenter built the export, as VidiCenter wrote it, where it said so
 * @param isTaken whether VidiCenter surely has the request, because an answer to it began
 * @param calls how many calls were sent
 * @param waits the waits between calls, in order
 * @param elapsed how long the run lasted
 */
public record ExportReceipt(
    Optional<String> lastState,
    Optional<Schema> schema,
    OptionalLong rows,
    long droppedRows,
    OptionalLong bytes,
    long nonFiniteAsNull,
    Optional<String> creationDate,
    boolean isTaken,
    int calls,
    List<Duration> waits,
    Duration elapsed) {
  public ExportReceipt {
    requireNonNull(lastState, "lastState must not be null");
    requireNonNull(schema, "schema must not be null");
    requireNonNull(rows, "rows must not be null");
    requireNonNull(bytes, "bytes must not be null");
    requireNonNull(creationDate, "creationDate must not be null");
    requireNonNull(elapsed, "elapsed must not be null");
    waits = List.copyOf(waits);
  }

  /** What came of a run that ended before its first call. */
  public static ExportReceipt nothing(Duration elapsed) {
    return new ExportReceipt(
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        0,
        OptionalLong.empty(),
        0,
        Optional.empty(),
        false,
        0,
        List.of(),
        elapsed);
  }

  /** The same, with calls that came before those of the export. */
  public ExportReceipt withEarlierCalls(int earlier) {
    return new ExportReceipt(
        lastState,
        schema,
        rows,
        droppedRows,
        bytes,
        nonFiniteAsNull,
        creationDate,
        isTaken,
        calls + earlier,
        waits,
        elapsed);
  }
}
