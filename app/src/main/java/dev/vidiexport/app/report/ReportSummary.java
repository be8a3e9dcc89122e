package dev.vidiexport.app.report;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.RowsOrigin;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The line that ends a good report. */
final class ReportSummary {
  private static final int MOST_CHARACTERS_OF_NAME = 1_000;
  private static final int PER_CENT = 100;

  private ReportSummary() {}

  static String of(ReportOutput output, AudienceReport report) {
    List<String> parts = new ArrayList<>();
    long rows = report.origins().stream().mapToLong(RowsOrigin::rows).sum();
    parts.add(NumberText.counted(rows, "row"));
    OptionalDouble main = report.headline().of(FigureKind.of(report.main()));
    parts.add(main.isPresent() ? counted(report.main(), main.getAsDouble()) : "nothing measured");
    report
        .headline()
        .of(FigureKind.PLACES)
        .ifPresent(places -> parts.add(NumberText.counted((long) places, "place")));
    parts.add("%s to %s".formatted(report.span().firstDay(), report.span().lastDay()));
    OptionalDouble coverage = report.headline().of(FigureKind.COVERAGE);
    parts.add(
        coverage.isPresent()
            ? "%s %% measured".formatted(perCent(coverage.getAsDouble()))
            : "coverage not known");
    return "Wrote %s%s: %s."
        .formatted(
            name(output.page()),
            output.workbook().map(workbook -> " and " + name(workbook)).orElse(""),
            String.join(", ", parts));
  }

  private static String name(String name) {
    return CleanText.of(name, MOST_CHARACTERS_OF_NAME);
  }

  private static String counted(CountKind kind, double count) {
    String number = NumberText.of(Math.round(count));
    return switch (kind) {
      case WATCHERS -> number + " watchers";
      case OTS -> number + " opportunities to see";
      case FOOTFALL -> number + " people on foot";
      case VEHICLES -> number + " vehicles";
    };
  }

  /** Rounded down: 100 is said of what is whole, and of nothing else. */
  private static String perCent(double share) {
    return BigDecimal.valueOf(share * PER_CENT).setScale(0, RoundingMode.FLOOR).toPlainString();
  }
}
