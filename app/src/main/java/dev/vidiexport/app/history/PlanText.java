package dev.vidiexport.app.history;

import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.WindowClosing;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.text.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What a sync would do, for people. */
final class PlanText {
  private static final String NOTHING = "-";

  private PlanText() {}

  static List<String> of(HistoryOutlook outlook) {
    List<ExportPlan> exports = outlook.plan().exports();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "EXPORT",
            "OPEN",
            "MISSING",
            "DUE",
            "FAILED",
            "REFUSED",
            "STALE",
            "COMPLETE",
            "RETIRED",
            "REQUESTS",
            "ROWS",
            "BYTES"));
    exports.stream().map(PlanText::row).forEach(rows::add);
    List<String> lines = new ArrayList<>(TextColumns.of(rows).lines().toList());
    lines.add("");
    lines.add(
        outlook.plan().requests() == 0
            ? "Nothing is to be asked for."
            : "%s, at least %s: %s under the limit of %s calls a minute."
                .formatted(
                    NumberText.counted(outlook.plan().requests(), "request"),
                    NumberText.counted(outlook.calls(), "call"),
                    time(outlook.leastSeconds()),
                    outlook.callsPerMinute()));
    exports.forEach(plan -> plan.closing().map(over -> closing(plan, over)).ifPresent(lines::add));
    exports.forEach(plan -> plan.advice().ifPresent(lines::add));
    return lines;
  }

  private static String time(long leastSeconds) {
    return leastSeconds == 0
        ? "less than a minute, if they are built at once,"
        : "%s or more".formatted(DurationText.atLeast(Duration.ofSeconds(leastSeconds)));
  }

  private static List<String> row(ExportPlan plan) {
    WindowCounts windows = plan.windows();
    return List.of(
        plan.export().name(),
        NumberText.of(windows.open()),
        NumberText.of(windows.missing()),
        NumberText.of(windows.due()),
        NumberText.of(windows.failed()),
        NumberText.of(windows.refused()),
        NumberText.of(windows.stale()),
        NumberText.of(windows.complete()),
        NumberText.of(windows.retired()),
        NumberText.of(plan.requests()),
        amount(plan.rows(), false),
        amount(plan.bytes(), true));
  }

  private static String amount(OptionalLong number, boolean isBytes) {
    if (number.isEmpty()) {
      return NOTHING;
    }
    return isBytes ? AmountText.bytes(number.getAsLong()) : NumberText.of(number.getAsLong());
  }

  private static String closing(ExportPlan plan, WindowClosing closing) {
    return "%s: the newest window that is over was over at %s%s."
        .formatted(
            plan.export().name(),
            closing.time(),
            closing.location().map(id -> ", by the time of location " + id).orElse(""));
  }
}
