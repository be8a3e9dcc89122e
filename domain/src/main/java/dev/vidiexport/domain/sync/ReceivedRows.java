package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.SliceFacts;
import dev.vidiexport.domain.history.NumberedColumn;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the rows of an answer once they are all written. Immutable.
 *
 * @param rows how many belong to the window
 * @param dropped how many came that belong to the next one
 * @param creationDate when VidiCenter built the export, as it wrote it; empty where it did not say
 * @param columns all columns of the export, these rows' new ones included
 * @param mainMetrics those of them whose sums are told when they change
 * @param facts what the ledger keeps of the rows
 */
record ReceivedRows(
    long rows,
    long dropped,
    String fingerprint,
    Optional<String> creationDate,
    List<NumberedColumn> columns,
    List<NumberedColumn> mainMetrics,
    SliceFacts facts) {
  ReceivedRows {
    requireNonNull(fingerprint, "fingerprint must not be null");
    requireNonNull(creationDate, "creationDate must not be null");
    columns = List.copyOf(columns);
    mainMetrics = List.copyOf(mainMetrics);
    requireNonNull(facts, "facts must not be null");
  }
}
