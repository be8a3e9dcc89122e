package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.InMemoryDestination.Output;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.FixedColumn;
import dev.vidiexport.domain.typing.FixedColumns;
import dev.vidiexport.domain.typing.ReservedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedColumnsRunTest {
  private static final Column LOCATION = new Column("location_id", ColumnType.WHOLE);
  private static final Column COUNT = new Column("watcher_count", ColumnType.WHOLE);
  private static final Column RATIO = new Column("conversion_ratio", ColumnType.DECIMAL);
  private static final FakeRow ROW = FakeRow.of("location_id", "1056", "watcher_count", "27");

  private final TestExport export = new TestExport(columns(), false, false);

  private static FixedColumns columns() {
    return new FixedColumns(
        List.of(
            fixed("location_id", ColumnType.WHOLE, true),
            fixed("watcher_count", ColumnType.WHOLE, true),
            fixed("conversion_ratio", ColumnType.DECIMAL, false)),
        Map.of("active", ColumnType.BOOLEAN),
        new ReservedName("date"));
  }

  private static FixedColumn fixed(String name, ColumnType type, boolean always) {
    return new FixedColumn(name, name, type, always);
  }

  private static List<FakeRow> manyAnd(FakeRow... late) {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(20_000, ROW));
    Collections.addAll(rows, late);
    return rows;
  }

  private List<String> replays() {
    return export.listener.events().stream().filter(event -> event.startsWith("replay")).toList();
  }

  @Test
  void writesAColumnThatIsAlwaysThereThoughNoRowHasIt() {
    export.vidiCenter.replies(finished(FakeRow.of("conversion_ratio", "1")));

    Output output = export.output();

    assertThat(output.schema()).isEqualTo(Schema.of(LOCATION, COUNT, RATIO));
    assertThat(output.rows()).containsExactly(List.of("null", "null", "1.0"));
  }

  @Test
  void writesTheSameColumnsWithoutRows() {
    export.vidiCenter.replies(finished());

    assertThat(export.output().schema()).isEqualTo(Schema.of(LOCATION, COUNT));
  }

  @Test
  void takesAnUnknownKeyForTextUnlessItsTypeIsChosen() {
    export.vidiCenter.replies(
        finished(FakeRow.of("zone", "1"), FakeRow.of("zone", "\"b\"", "active", "true")));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(
            Schema.of(
                LOCATION,
                COUNT,
                new Column("active", ColumnType.BOOLEAN),
                new Column("zone", ColumnType.TEXT)));
    assertThat(output.rows())
        .containsExactly(
            List.of("null", "null", "null", "1"), List.of("null", "null", "true", "\"b\""));
  }

  @Test
  void givesTheNameOfThePartitionToNoColumn() {
    export.vidiCenter.replies(finished(FakeRow.of("date", "1", "date_2", "2", "DATE", "3")));

    Output output = export.output();

    assertThat(output.schema().columns())
        .extracting(Column::name)
        .containsExactly("location_id", "watcher_count", "DATE_2", "date_2", "date_2_2");
    assertThat(output.rows()).containsExactly(List.of("null", "null", "3", "1", "2"));
  }

  @Test
  void asksOnceMoreWhenAKeyAppearsLate() {
    List<FakeRow> rows = manyAnd(FakeRow.of("date", "\"a\""));
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(Schema.of(LOCATION, COUNT, new Column("date_2", ColumnType.TEXT)));
    assertThat(output.rows().get(20_000)).containsExactly("null", "null", "\"a\"");
    assertThat(replays()).containsExactly("replay 1: the key \"date\" appeared late");
  }

  @Test
  void needsNoReplayWhenAColumnOfNullsGetsItsFirstValueLate() {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(20_000, FakeRow.of("zone", "null")));
    rows.add(FakeRow.of("zone", "5"));
    export.vidiCenter.replies(finished("now", rows));

    assertThat(export.output().rows().get(20_000)).containsExactly("null", "null", "5");
  }

  @Test
  void refusesValuesThatDoNotFitAndNamesEachColumn() {
    export.vidiCenter.replies(
        finished(
            ROW,
            FakeRow.of("watcher_count", "1.5", "conversion_ratio", "0.5"),
            FakeRow.of("watcher_count", "2.5", "conversion_ratio", "\"high\\u001b\"", "zone", "7"),
            FakeRow.of("active", "0")));

    assertThat(export.failure(FailureReason.ROWS_DO_NOT_FIT))
        .hasMessage(
            "The rows do not fit the columns, whose types are fixed: \"watcher_count\" is whole, but"
                + " row 2 has 1.5; \"conversion_ratio\" is decimal, but row 3 has"
                + " \"high\\u001b\"; \"active\" is boolean, but row 4 has 0. They fit with columns:"
                + " {watcher_count: decimal, conversion_ratio: text, active: whole}.");
    assertThat(export.destination.calls()).doesNotContain("open", "commit");
  }

  @Test
  void readsAnAnswerThatDoesNotFitToItsEnd() {
    export.vidiCenter.replies(
        finished(
            "now",
            manyAnd(
                FakeRow.of("watcher_count", "1.5"),
                FakeRow.of("date", "1"),
                FakeRow.of("watcher_count", "\"many\""),
                FakeRow.of("conversion_ratio", "[1]"))));

    assertThat(export.failure(FailureReason.ROWS_DO_NOT_FIT))
        .hasMessageContaining("\"watcher_count\" is whole, but row 20,001 has 1.5;")
        .hasMessageContaining("\"conversion_ratio\" is decimal, but row 20,004 has [1].")
        .hasMessageEndingWith("{watcher_count: text, conversion_ratio: text}.");
    assertThat(replays()).isEmpty();
  }

  @Test
  void concludesNothingFromAnAnswerThatWasCut() {
    FakeRow misfit = FakeRow.of("watcher_count", "1.5");
    export.vidiCenter.replies(trouble(TestExport.CUT, misfit), finished(ROW));

    assertThat(export.output().rows()).containsExactly(List.of("1056", "27"));
  }

  @Test
  void refusesWhatDoesNotFitInAReplay() {
    export.vidiCenter.replies(
        finished("first", manyAnd(FakeRow.of("zone", "1"))),
        finished("second", List.of(FakeRow.of("location_id", "\"a\""))));

    assertThat(export.failure(FailureReason.ROWS_DO_NOT_FIT))
        .hasMessageEndingWith("row 1 has \"a\". They fit with columns: {location_id: text}.");
  }

  @Test
  void bearsValuesAndColumnsWithoutEnd() {
    TestExport wide =
        new TestExport(
            new FixedColumns(
                IntStream.range(0, 60)
                    .mapToObj(index -> fixed("key " + index, ColumnType.WHOLE, true))
                    .toList(),
                Map.of(),
                new ReservedName("date")),
            false,
            false);
    String[] keysAndValues =
        IntStream.range(0, 60)
            .boxed()
            .flatMap(index -> List.of("key " + index, '"' + "é".repeat(10_000) + '"').stream())
            .toArray(String[]::new);
    wide.vidiCenter.replies(finished(FakeRow.of(keysAndValues)));

    assertThat(wide.failure(FailureReason.ROWS_DO_NOT_FIT).getMessage())
        .hasSizeLessThan(10_000)
        .contains("\"key 0\" is whole, but row 1 has \"" + "é".repeat(59) + "…\";")
        .contains("\"key 49\" is whole")
        .contains("; and so it is with 10 more columns. They fit with columns: {\"key 0\": text,");
  }
}
