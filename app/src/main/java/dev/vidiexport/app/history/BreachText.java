package dev.vidiexport.app.history;

import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.status.StatusBreach;
import java.time.LocalDate;

/** What a status should not be, in one sentence each. */
final class BreachText {
  private BreachText() {}

  static String of(StatusBreach breach) {
    if (breach instanceof StatusBreach.LowCoverage low) {
      return "Of what is expected of %s, %s %% is measured, less than %s %%."
          .formatted(low.export(), low.percent(), low.least().toPlainString());
    }
    return of((StatusBreach.Behind) breach);
  }

  private static String of(StatusBreach.Behind late) {
    return "%s is behind: %s, which is longer than %s."
        .formatted(
            late.export(),
            late.currentTo().map(day -> since(day, late)).orElseGet(() -> never(late)),
            DurationText.of(late.most()));
  }

  private static String since(LocalDate day, StatusBreach.Behind late) {
    return "nothing is missing up to %s, the end of which was %s before"
        .formatted(day, DurationText.of(late.behind()));
  }

  private static String never(StatusBreach.Behind late) {
    return "its first window is not whole, and began %s before"
        .formatted(DurationText.of(late.behind()));
  }
}
