package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.polling.PollPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a sync is told. Immutable.
 *
 * @param exports what to keep complete, in the order of the project file; at least one
 * @param others exports of the project file that are not asked for: of them only what is expected
 *     is kept current
 * @param host the host that is asked, as the ledger keeps it
 * @param start only windows that touch this day or a later one; empty for all
 * @param end only windows that touch this day or an earlier one; empty for all
 * @param order which windows come first
 * @param retryRefused whether what was refused is asked for, whatever its time
 * @param acceptLoss whether answers are taken that have less than the files that they replace, and
 *     a topology that lacks most of what there was
 * @param waitsForDue whether the sync waits for what becomes due soon after its start
 * @param longest no slice is begun after it; empty for no such limit
 * @param slicePolicy how long to wait in one slice, and when to give it up
 * @param topologyPolicy the same for the topology
 * @param programVersion the version of this program, for the provenance of files
 */
public record SyncSettings(
    List<HistoryExport> exports,
    List<HistoryExport> others,
    String host,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    PlanOrder order,
    boolean retryRefused,
    boolean acceptLoss,
    boolean waitsForDue,
    Optional<Duration> longest,
    PollPolicy slicePolicy,
    PollPolicy topologyPolicy,
    String programVersion) {
  public SyncSettings {
    exports = List.copyOf(exports);
    others = List.copyOf(others);
    requireNonNull(host, "host must not be null");
    requireNonNull(start, "start must not be null");
    requireNonNull(end, "end must not be null");
    requireNonNull(order, "order must not be null");
    requireNonNull(longest, "longest must not be null");
    requireNonNull(slicePolicy, "slicePolicy must not be null");
    requireNonNull(topologyPolicy, "topologyPolicy must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
    if (exports.isEmpty()) {
      throw new IllegalArgumentException("exports must not be empty");
    }
  }

  /** Whether any export of the project file adds tags to its rows. */
  boolean wantsTags() {
    return Stream.concat(exports.stream(), others.stream())
        .anyMatch(export -> export.additions().additions().contains(Addition.TAGS));
  }
}
