package dev.vidiexport.app.history;

import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.verify.FindingKind;
import dev.vidiexport.domain.verify.HistoryPart;
import dev.vidiexport.domain.verify.UnreadablePlace;
import dev.vidiexport.domain.verify.VerifyFinding;
import dev.vidiexport.domain.verify.VerifyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a verification found, for people. */
final class VerifyText {
  private static final int MOST_PATHS = 20;
  private static final int MOST_CHARACTERS = 500;

  private VerifyText() {}

  /**
   * The lines.
   *
   * @param inTables whether the rows are kept in tables, and not in files
   */
  static List<String> of(
      VerifyReport report, HistoryPart part, OptionalInt marked, boolean inTables) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(report, part, inTables));
    Stream.of(FindingKind.values()).forEach(kind -> addPaths(lines, report, kind));
    List<String> advice = advice(report, marked, inTables);
    if (!advice.isEmpty()) {
      lines.add("");
      lines.addAll(advice);
    }
    return lines;
  }

  private static String summary(VerifyReport report, HistoryPart part, boolean inTables) {
    String looked =
        "%s%s%s"
            .formatted(
                part.isWhole() ? "" : "Part %s: ".formatted(part),
                inTables
                    ? NumberText.counted(report.files(), "slice")
                    : "%s, %s"
                        .formatted(
                            NumberText.counted(report.files(), "file"),
                            AmountText.size(report.bytes())),
                report.rows() > 0 ? ", " + NumberText.counted(report.rows(), "row") : "");
    if (!report.findings().isEmpty()) {
      List<String> counts = new ArrayList<>();
      for (FindingKind kind : FindingKind.values()) {
        int found = report.of(kind).size();
        if (found > 0) {
          counts.add("%s %s".formatted(NumberText.of(found), word(kind)));
        }
      }
      return looked + ": " + String.join(", ", counts) + ".";
    }
    return report.unreadable().isEmpty()
        ? looked + ": all as the ledger has them."
        : looked + ": all as the ledger has them, but for what cannot be read.";
  }

  private static String word(FindingKind kind) {
    return switch (kind) {
      case MISSING -> "missing";
      case CHANGED -> "changed";
      case FOREIGN -> "foreign";
      case ROWS_DIFFER -> "with other rows";
    };
  }

  private static void addPaths(List<String> lines, VerifyReport report, FindingKind kind) {
    List<VerifyFinding> found = report.of(kind);
    if (found.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(word(kind) + ":");
    found.stream().limit(MOST_PATHS).map(VerifyText::line).forEach(lines::add);
    if (found.size() > MOST_PATHS) {
      lines.add(
          "  and %s more; --json tells all.".formatted(NumberText.of(found.size() - MOST_PATHS)));
    }
  }

  private static String line(VerifyFinding finding) {
    return "  "
        + CleanText.escaped(finding.path(), MOST_CHARACTERS)
        + finding
            .remark()
            .map(remark -> " (" + CleanText.of(remark, MOST_CHARACTERS) + ")")
            .orElse("");
  }

  private static List<String> advice(VerifyReport report, OptionalInt marked, boolean inTables) {
    List<String> advice = new ArrayList<>();
    if (marked.orElse(0) > 0) {
      advice.add(
          "%s marked as missing. Run vidiexport sync, which asks again."
              .formatted(
                  marked.getAsInt() == 1
                      ? "1 slice is"
                      : NumberText.of(marked.getAsInt()) + " slices are"));
    } else if (report.findings().stream().anyMatch(finding -> finding.lost().isPresent())) {
      advice.add(
          "Run vidiexport verify --repair, which marks these slices as missing and removes nothing,"
              + " and then vidiexport sync.");
    }
    if (report.of(FindingKind.FOREIGN).stream().anyMatch(finding -> finding.remark().isEmpty())) {
      advice.add(
          inTables
              ? "Whoever reads a table reads what is foreign, too. Run vidiexport sync, which replaces what is its own, and then delete what is still foreign: the column _vidiexport_slice has what stands here behind the table's name."
              : "Whoever reads a folder as one table reads what is foreign, too: move it away from there.");
    }
    return advice;
  }

  /** What could not be looked at, as whole sentences with what to do. */
  static List<String> unreadable(VerifyReport report, boolean inTables) {
    List<String> lines =
        new ArrayList<>(
            report.unreadable().stream().limit(MOST_PATHS).map(UnreadablePlace::reason).toList());
    int more = report.unreadable().size() - lines.size();
    if (more > 0) {
      lines.add("%s more cannot be read.".formatted(NumberText.of(more)));
    }
    if (!lines.isEmpty()) {
      lines.add(
          "Have them made readable for you%s, and run the same command again."
              .formatted(inTables ? "" : ", or move them away"));
    }
    return lines;
  }
}
