package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.text.QuotedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a project file may not ask of a history that has begun already. */
public final class HistoryChecks {
  private HistoryChecks() {}

  /** Every setting that an export has files for, and that is another one now. */
  public static List<Failure> settings(LedgerReader ledger, List<HistoryExport> exports) {
    Map<String, LedgerExport> known =
        ledger.exports().stream()
            .collect(Collectors.toMap(LedgerExport::name, Function.identity()));
    List<Failure> problems = new ArrayList<>();
    for (HistoryExport export : exports) {
      LedgerExport before = known.get(export.name());
      if (before != null && !before.fixed().isEmpty()) {
        compare(export.name(), before.fixed(), ExportIdentity.of(export).fixed(), problems);
      }
    }
    return problems;
  }

  private static void compare(
      String export, Map<String, String> before, Map<String, String> now, List<Failure> problems) {
    now.forEach(
        (setting, value) -> {
          String fixed = before.getOrDefault(setting, value);
          if (!fixed.equals(value)) {
            problems.add(
                new Failure(
                    FailureReason.HISTORY_SETTINGS_FIXED,
                    "The export %s has files that were made with %s %s, which cannot become %s."
                        .formatted(export, setting, shown(fixed), shown(value))));
          }
        });
  }

  private static String shown(String value) {
    return value.isEmpty() ? "unset" : QuotedText.of(value);
  }

  /** That the history comes from the host that is asked now; empty when it does. */
  public static Optional<Failure> host(LedgerReader ledger, String host) {
    return ledger
        .host()
        .filter(first -> !first.equals(host))
        .map(
            first ->
                new Failure(
                    FailureReason.HISTORY_OF_OTHER_HOST,
                    "The history comes from %s, but %s is to be asked now."
                        .formatted(first, host)));
  }

  /**
   * That a moment that stands for the clock is not before the last run; empty when it is not.
   *
   * @param asOf the moment
   */
  public static Optional<Failure> moment(LedgerReader ledger, Instant asOf) {
    return ledger
        .lastRun()
        .filter(asOf::isBefore)
        .map(
            last ->
                new Failure(
                    FailureReason.MOMENT_NOT_POSSIBLE,
                    "The moment %s is before the last run, which was at %s."
                        .formatted(asOf, last)));
  }

  /**
   * That a moment that stands for the clock is not later than the clock; empty when it is not. What
   * has not happened yet cannot be asked for.
   *
   * @param asOf the moment
   * @param clock what the clock of the machine says
   */
  public static Optional<Failure> notAhead(Instant asOf, Instant clock) {
    return asOf.isAfter(clock)
        ? Optional.of(
            new Failure(
                FailureReason.MOMENT_NOT_POSSIBLE,
                "The moment %s is later than the clock of this machine, which says %s."
                    .formatted(asOf, clock)))
        : Optional.empty();
  }
}
