package dev.vidiexport.domain.export;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.typing.KnownColumns;

/**
 * Everything that one run is told. Immutable.
 *
 * @param request what to ask VidiCenter for
 * @param knownColumns what the catalogue knows of the rows
 * @param forceRebuild whether VidiCenter is to rebuild the export
 * @param acceptRowLimit whether an export as long as the service allows is accepted as complete
 * @param policy how long to wait, and when to give up
 * @param programVersion the version of this program, for the output's provenance
 */
public record RunSettings(
    ExportRequest request,
    KnownColumns knownColumns,
    boolean forceRebuild,
    boolean acceptRowLimit,
    PollPolicy policy,
    String programVersion) {
  public RunSettings {
    requireNonNull(request, "request must not be null");
    requireNonNull(knownColumns, "knownColumns must not be null");
    requireNonNull(policy, "policy must not be null");
    requireNonNull(programVersion, "programVersion must not be null");
  }
}
