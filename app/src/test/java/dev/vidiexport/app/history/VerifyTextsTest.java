package dev.vidiexport.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.verify.FindingKind;
import dev.vidiexport.domain.verify.HistoryPart;
import dev.vidiexport.domain.verify.UnreadablePlace;
import dev.vidiexport.domain.verify.VerifyFinding;
import dev.vidiexport.domain.verify.VerifyReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people and scripts read of a verification, word for word. */
class VerifyTextsTest {
  private static final OptionalInt NO_REPAIR = OptionalInt.empty();
  private static final SliceKey KEY =
      new SliceKey(
          "viewers",
          new TimeWindow(WindowLength.DAY, LocalDate.of(2024, 1, 1)),
          SourceSet.of(SourceKind.LOCATIONS, 7));

  private static VerifyFinding finding(FindingKind kind, String path, String remark) {
    return new VerifyFinding(
        kind,
        path,
        Optional.of(remark).filter(text -> !text.isEmpty()),
        kind == FindingKind.FOREIGN ? Optional.empty() : Optional.of(KEY));
  }

  private static VerifyReport report(VerifyFinding... findings) {
    return new VerifyReport(1_234, 5_600_000_000L, 0, List.of(findings), List.of(), List.of());
  }

  private static final VerifyReport DIFFERENT =
      report(
          finding(FindingKind.CHANGED, "viewers/date=2024-01-01/a.csv", ""),
          finding(FindingKind.CHANGED, "viewers/date=2024-01-02/b.csv", "no file, move it away"),
          finding(FindingKind.ROWS_DIFFER, "viewers/date=2024-01-01/a.csv", "3 rows, not 4"),
          finding(FindingKind.MISSING, "viewers/date=2024-01-03/c.csv", ""),
          finding(FindingKind.FOREIGN, "viewers/a\u001bb", ""));

  @Test
  void areShortWhenAllIsWell() {
    assertThat(VerifyText.of(report(), HistoryPart.WHOLE, NO_REPAIR, false))
        .containsExactly("1,234 files, 5.6 GB: all as the ledger has them.");
    assertThat(
            VerifyText.of(
                new VerifyReport(1, 99, 5, List.of(), List.of(), List.of()),
                HistoryPart.parse("3/7"),
                OptionalInt.of(0),
                false))
        .containsExactly("Part 3/7: 1 file, 99 bytes, 5 rows: all as the ledger has them.");
  }

  @Test
  void speakOfSlicesWhereRowsAreInTables() {
    VerifyFinding foreign =
        new VerifyFinding(FindingKind.FOREIGN, "viewers/mine", Optional.empty(), Optional.empty());

    assertThat(
            VerifyText.of(
                new VerifyReport(3, 0, 1_234, List.of(foreign), List.of(), List.of()),
                HistoryPart.WHOLE,
                NO_REPAIR,
                true))
        .containsExactly(
            "3 slices, 1,234 rows: 1 foreign.",
            "",
            "foreign:",
            "  viewers/mine",
            "",
            "Whoever reads a table reads what is foreign, too. Run vidiexport sync, which replaces"
                + " what is its own, and then delete what is still foreign: the column"
                + " _vidiexport_slice has what stands here behind the table's name.");
  }

  @Test
  void tellWhatDiffersByKindAndWhatToDo() {
    assertThat(VerifyText.of(DIFFERENT, HistoryPart.WHOLE, NO_REPAIR, false))
        .containsExactly(
            "1,234 files, 5.6 GB: 1 missing, 2 changed, 1 foreign, 1 with other rows.",
            "",
            "missing:",
            "  viewers/date=2024-01-03/c.csv",
            "",
            "changed:",
            "  viewers/date=2024-01-01/a.csv",
            "  viewers/date=2024-01-02/b.csv (no file, move it away)",
            "",
            "foreign:",
            "  viewers/a\\u{001B}b",
            "",
            "with other rows:",
            "  viewers/date=2024-01-01/a.csv (3 rows, not 4)",
            "",
            "Run vidiexport verify --repair, which marks these slices as missing and removes"
                + " nothing, and then vidiexport sync.",
            "Whoever reads a folder as one table reads what is foreign, too: move it away from"
                + " there.");
  }

  @Test
  void tellWhatWasMarked() {
    VerifyReport missing = report(finding(FindingKind.MISSING, "viewers/x", ""));

    assertThat(VerifyText.of(missing, HistoryPart.WHOLE, OptionalInt.of(1), false))
        .endsWith("1 slice is marked as missing. Run vidiexport sync, which asks again.");
    assertThat(VerifyText.of(missing, HistoryPart.WHOLE, OptionalInt.of(1_002), false))
        .endsWith("1,002 slices are marked as missing. Run vidiexport sync, which asks again.");
  }

  @Test
  void showAScreenAtMost() {
    VerifyFinding[] many =
        IntStream.range(0, 1_500)
            .mapToObj(number -> finding(FindingKind.MISSING, "viewers/" + number, ""))
            .toArray(VerifyFinding[]::new);

    assertThat(VerifyText.of(report(many), HistoryPart.WHOLE, NO_REPAIR, false))
        .hasSizeLessThan(30)
        .contains("  viewers/19", "  and 1,480 more; --json tells all.")
        .doesNotContain("  viewers/20");
  }

  @Test
  void tellWhatCannotBeRead() {
    VerifyReport report =
        new VerifyReport(
            1,
            9,
            0,
            List.of(),
            List.of(new UnreadablePlace("viewers/x", "The file viewers/x cannot be read.")),
            List.of());

    assertThat(VerifyText.of(report, HistoryPart.WHOLE, NO_REPAIR, false))
        .containsExactly(
            "1 file, 9 bytes: all as the ledger has them, but for what cannot be read.");
    assertThat(VerifyText.unreadable(report, false))
        .containsExactly(
            "The file viewers/x cannot be read.",
            "Have them made readable for you, or move them away, and run the same command again.");
  }

  @Test
  void areOneObjectAsJson() {
    assertThat(VerifyJson.of(DIFFERENT, OptionalInt.of(3)))
        .isEqualTo(
            """
            {
              "files": 1234,
              "bytes": 5600000000,
              "missing": [
                "viewers/date=2024-01-03/c.csv"
              ],
              "changed": [
                "viewers/date=2024-01-01/a.csv",
                "viewers/date=2024-01-02/b.csv"
              ],
              "foreign": [
                "viewers/a\\u001bb"
              ],
              "rows_differ": [
                "viewers/date=2024-01-01/a.csv"
              ],
              "unreadable": [],
              "rows": 0,
              "marked": 3
            }\
            """);
  }
}
