package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.InMemoryDestination.Output;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.typing.FixedColumn;
import dev.vidiexport.domain.typing.FixedColumns;
import dev.vidiexport.domain.typing.ReservedName;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCutoffTest {
  private static final LocalDateTime MIDNIGHT = LocalDateTime.of(2024, 1, 2, 0, 0);
  private static final FakeRow LAST = at("2024-01-01T23:59:59.999999", "1");
  private static final FakeRow LATE = at("2024-01-02T00:00:00", "2");

  private final TestExport export = export(ColumnType.TIMESTAMP);

  private static TestExport export(ColumnType typeOfTimes) {
    return new TestExport(
        new FixedColumns(
            List.of(
                new FixedColumn("location_id", "location_id", ColumnType.WHOLE, true),
                new FixedColumn("period_start", "period_start", typeOfTimes, true),
                new FixedColumn("start_time", "start_time", typeOfTimes, false)),
            Map.of("share", ColumnType.DECIMAL, "active", ColumnType.BOOLEAN),
            new ReservedName("date")),
        MIDNIGHT);
  }

  private static FakeRow at(String time, String location) {
    return FakeRow.of("location_id", location, "period_start", '"' + time + '"');
  }

  private static List<String> locations(Output output) {
    return output.rows().stream().map(row -> row.get(0)).toList();
  }

  @Test
  void dropsAndCountsRowsThatAreNotBeforeTheTime() {
    export.vidiCenter.replies(finished(LATE, LAST, LATE, at("2024-02-01 00:00:00", "3"), LAST));

    ExportReceipt receipt = export.run().receipt();

    Output output = export.destination.published().orElseThrow();
    assertThat(locations(output)).containsExactly("1", "1");
    assertThat(output.provenance().rows()).isEqualTo(2);
    assertThat(receipt.rows()).hasValue(2);
    assertThat(receipt.droppedRows()).isEqualTo(3);
  }

  @Test
  void dropsNothingWhereAllRowsAreBeforeIt() {
    export.vidiCenter.replies(finished("now", Collections.nCopies(10_000, LAST)));

    ExportReceipt receipt = export.run().receipt();

    assertThat(receipt.rows()).hasValue(10_000);
    assertThat(receipt.droppedRows()).isZero();
    assertThat(export.destination.calls()).contains("write 4096", "write 1808");
  }

  @Test
  void writesNothingOfABatchThatIsDroppedWhole() {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(5_000, LATE));
    rows.add(LAST);
    export.vidiCenter.replies(finished("now", rows));

    ExportReceipt receipt = export.run().receipt();

    assertThat(receipt.rows()).hasValue(1);
    assertThat(receipt.droppedRows()).isEqualTo(5_000);
    assertThat(export.destination.calls())
        .filteredOn(call -> call.startsWith("write"))
        .containsExactly("write 1");
  }

  @Test
  void keepsTheOtherRowsAsTheyAre() {
    FakeRow odd =
        FakeRow.of(
            "period_start", "\"2024-01-01 00:00:00\"",
            "share", "NaN",
            "active", "false",
            "text", "\"é\"",
            "bare", "[1]");
    FakeRow other = FakeRow.of("period_start", "\"2024-01-01 00:00:01\"", "share", "-0.0");
    export.destination.takingNonFinite();
    export.vidiCenter.replies(finished(odd, LATE, other));

    assertThat(export.output().rows())
        .containsExactly(
            List.of("null", "2024-01-01T00:00", "false", "[1]", "NaN", "\"é\""),
            List.of("null", "2024-01-01T00:00:01", "null", "null", "-0.0", "null"));
  }

  @Test
  void goesByTheStartTimeOfRowsThatHaveNoPeriod() {
    export.vidiCenter.replies(
        finished(
            FakeRow.of("location_id", "1", "start_time", "\"2024-01-01 10:00:00\""),
            FakeRow.of("location_id", "2", "start_time", "\"2024-01-02 10:00:00\""),
            FakeRow.of(
                "location_id", "3",
                "period_start", "\"2024-01-01 10:00:00\"",
                "start_time", "\"2024-01-02 10:00:00\"")));

    assertThat(locations(export.output())).containsExactly("1", "3");
  }

  @Test
  void readsTimesThatTheUserWantsAsTexts() {
    TestExport texts = export(ColumnType.TEXT);
    texts.vidiCenter.replies(finished(LAST, LATE));

    assertThat(locations(texts.output())).containsExactly("1");
  }

  @Test
  void failsForARowWithoutATime() {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(5_000, LATE));
    rows.add(FakeRow.of("location_id", "1"));
    rows.add(FakeRow.of("location_id", "2"));
    export.vidiCenter.replies(finished("now", rows));

    assertThat(export.failure(FailureReason.ANSWER_BROKEN))
        .hasMessage(
            "VidiCenter's answer has a row without a time that can be read, in period_start or"
                + " start_time: row 5,001.");
    assertThat(export.destination.calls()).doesNotContain("publish");
  }

  @Test
  void failsForATimeThatCannotBeRead() {
    export.vidiCenter.replies(finished(LAST, at("yesterday", "1")));

    assertThat(export.failure(FailureReason.ANSWER_BROKEN)).hasMessageContaining("row 2.");
  }

  @Test
  void failsForATextThatIsNoTime() {
    TestExport texts = export(ColumnType.TEXT);
    texts.vidiCenter.replies(finished(LAST, LAST, at("x".repeat(1000), "1")));

    assertThat(texts.failure(FailureReason.ANSWER_BROKEN)).hasMessageContaining("row 3.");
  }

  @Test
  void concludesNothingFromAnAnswerThatWasCut() {
    export.vidiCenter.replies(
        trouble(TestExport.CUT, Collections.nCopies(20_000, FakeRow.of()).toArray(FakeRow[]::new)),
        finished(LAST, LATE));

    ExportReceipt receipt = export.run().receipt();

    assertThat(receipt.rows()).hasValue(1);
    assertThat(receipt.droppedRows()).isEqualTo(1);
  }

  @Test
  void keepsExactlyTheRowsBeforeTheTime() {
    Property.holds(
        8,
        random -> {
          TestExport any = export(ColumnType.TIMESTAMP);
          int lateShare = 1 + random.nextInt(3_000);
          List<FakeRow> rows = new ArrayList<>();
          List<String> kept = new ArrayList<>();
          for (int row = random.nextInt(9_000); row > 0; row--) {
            boolean isLate = random.nextInt(lateShare) == 0;
            rows.add(at(isLate ? "2024-01-02 00:00:00" : "2024-01-01 23:59:59", "" + row));
            if (!isLate) {
              kept.add("" + row);
            }
          }
          any.vidiCenter.replies(finished("now", rows));

          assertThat(locations(any.output())).isEqualTo(kept);
          assertThat(any.destination.published().orElseThrow().provenance().rows())
              .isEqualTo(kept.size());
        });
  }
}
