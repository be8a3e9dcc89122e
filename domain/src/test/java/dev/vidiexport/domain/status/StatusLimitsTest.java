package dev.vidiexport.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusLimitsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final BigDecimal LEAST = new BigDecimal("99.95");
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private static CoverageFigures covered(long measured) {
    return new CoverageFigures(
        OptionalLong.of(10_000), OptionalLong.of(measured), OptionalLong.of(0));
  }

  private static ExportStatus status(long measured, Optional<Duration> behind) {
    return StatusSamples.status(covered(measured), Optional.of(DAY), behind);
  }

  @Test
  void areKeptByWhatIsCoveredAndCurrent() {
    StatusLimits limits = new StatusLimits(Optional.of(LEAST), Optional.of(TWO_DAYS));

    assertThat(
            limits.breaches(
                List.of(status(9_995, Optional.empty()), status(10_000, Optional.of(TWO_DAYS)))))
        .isEmpty();
  }

  @Test
  void areBrokenExportByExport() {
    StatusLimits limits = new StatusLimits(Optional.of(LEAST), Optional.of(TWO_DAYS));
    Duration late = TWO_DAYS.plusSeconds(1);

    assertThat(
            limits.breaches(List.of(status(9_994, Optional.of(late)), status(0, Optional.empty()))))
        .containsExactly(
            new StatusBreach.LowCoverage("viewers_hourly", new BigDecimal("99.9"), LEAST),
            new StatusBreach.Behind("viewers_hourly", Optional.of(DAY), late, TWO_DAYS),
            new StatusBreach.LowCoverage("viewers_hourly", new BigDecimal("0.0"), LEAST));
  }

  @Test
  void areNotBrokenWhereNobodySetThem() {
    assertThat(
            new StatusLimits(Optional.empty(), Optional.empty())
                .breaches(List.of(status(0, Optional.of(Duration.ofDays(99))))))
        .isEmpty();
  }

  @Test
  void areNotBrokenWhereNothingIsExpected() {
    CoverageFigures unknown =
        new CoverageFigures(OptionalLong.empty(), OptionalLong.of(5), OptionalLong.of(0));

    assertThat(
            new StatusLimits(Optional.of(LEAST), Optional.empty())
                .breaches(
                    List.of(StatusSamples.status(unknown, Optional.empty(), Optional.empty()))))
        .isEmpty();
  }
}
