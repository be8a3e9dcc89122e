package dev.vidiexport.domain.export;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.typing.ColumnPolicy;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Everything that one run is told. Immutable.
 *
 * @param request what to ask VidiCenter for
 * @param columnPolicy how the columns of the output come about from the rows: found, with what the
 *     catalogue knows of them, or fixed
 * @param rowsBefore the time from which on rows are dropped, and counted, by their {@code
 *     period_start}, else their {@code start_time}; an answer with a row that has neither, or none
 *     that can be read, is not the protocol's. Empty where all rows are written
 * @param forceRebuild whether VidiCenter is to rebuild the export
 * @param acceptRowLimit whether an export as long as the service allows is accepted as complete
 * @param policy how long to wait, and when to give up
 * @param programVersion the version of this program, for the output's provenance
 */
public record RunSettings(
    ExportRequest request,
    ColumnPolicy columnPolicy,
    Optional<LocalDateTime> rowsBefore,
    boolean forceRebuild,
    boolean acceptRowLimit,
    PollPolicy policy,
    String programVersion) {
  public RunSettings {
    requireNonNull(request, "request must not be null");
    requireNonNull(columnPolicy, "columnPolicy must not be null");
    requireNonNull(rowsBefore, "rowsBefore must not be null");
    requireNonNull(policy, "policy must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
  }

  /** Settings of a run that writes all rows. */
  public RunSettings(
      ExportRequest request,
      ColumnPolicy columnPolicy,
      boolean forceRebuild,
      boolean acceptRowLimit,
      PollPolicy policy,
      String programVersion) {
    this(
        request,
        columnPolicy,
        Optional.empty(),
        forceRebuild,
        acceptRowLimit,
        policy,
        programVersion);
  }
}
