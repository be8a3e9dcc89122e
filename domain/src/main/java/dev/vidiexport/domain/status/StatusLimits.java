package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each export must keep. Immutable.
 *
 * @param coverage how many per cent of what is expected must be measured; empty for any
 * @param behind how long something may be missing; empty for ever
 */
public record StatusLimits(Optional<BigDecimal> coverage, Optional<Duration> behind) {
  public StatusLimits {
    requireNonNull(coverage, "coverage must not be null");
    requireNonNull(behind, "behind must not be null");
  }

  /** What of these limits exports do not keep, export by export. */
  public List<StatusBreach> breaches(List<ExportStatus> exports) {
    List<StatusBreach> breaches = new ArrayList<>();
    for (ExportStatus export : exports) {
      coverage.flatMap(least -> low(export, least)).ifPresent(breaches::add);
      behind.flatMap(most -> late(export, most)).ifPresent(breaches::add);
    }
    return List.copyOf(breaches);
  }

  private static Optional<StatusBreach> low(ExportStatus status, BigDecimal least) {
    return status
        .coverage()
        .percent()
        .filter(percent -> status.coverage().isBelow(least))
        .map(percent -> new StatusBreach.LowCoverage(status.export().name(), percent, least));
  }

  private static Optional<StatusBreach> late(ExportStatus status, Duration most) {
    return status
        .behind()
        .filter(behind -> behind.compareTo(most) > 0)
        .map(
            behind ->
                new StatusBreach.Behind(status.export().name(), status.currentTo(), behind, most));
  }
}
