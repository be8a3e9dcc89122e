package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.inProgress;
import static dev.vidiexport.domain.port.FakeVidiCenter.started;
import static dev.vidiexport.domain.port.FakeVidiCenter.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination.Output;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.RandomTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final FakeRow ROW = FakeRow.of("location_id", "1056", "watcher_count", "27");
  private static final Column LOCATION = new Column("location_id", ColumnType.WHOLE);
  private static final Column WATCHERS = new Column("watcher_count", ColumnType.WHOLE);

  private final TestExport export = new TestExport();

  private static List<FakeRow> manyAnd(FakeRow... late) {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(20_000, ROW));
    Collections.addAll(rows, late);
    return rows;
  }

  private static List<String> replays(TestExport export) {
    return export.listener.events().stream().filter(event -> event.startsWith("replay")).toList();
  }

  @Test
  void asksOnceMoreWhenAKeyAppearsLate() {
    List<FakeRow> rows = manyAnd(FakeRow.of("location_id", "1057", "zone", "\"a\""), ROW);
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(Schema.of(LOCATION, WATCHERS, new Column("zone", ColumnType.TEXT)));
    assertThat(output.rows()).hasSize(20_002);
    assertThat(output.rows().get(0)).containsExactly("1056", "27", "null");
    assertThat(output.rows().get(20_000)).containsExactly("1057", "null", "\"a\"");
    assertThat(replays(export)).containsExactly("replay 1: the key \"zone\" appeared late");
    assertThat(export.destination.calls()).containsOnlyOnce("commit");
    assertThat(export.pacer.waits()).isEmpty();
  }

  @Test
  void asksOnceMoreWhenAKeyAppearsLateWithNothingButNull() {
    List<FakeRow> rows = manyAnd(FakeRow.of("zone", "null"));
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    assertThat(export.output().schema())
        .isEqualTo(Schema.of(LOCATION, WATCHERS, new Column("zone", ColumnType.TEXT)));
  }

  @Test
  void asksOnceMoreWhenATypeChangesLate() {
    List<FakeRow> rows = manyAnd(FakeRow.of("watcher_count", "1.5"));
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(Schema.of(LOCATION, new Column("watcher_count", ColumnType.DECIMAL)));
    assertThat(output.rows().get(0)).containsExactly("1056", "27.0");
    assertThat(output.rows().get(20_000)).containsExactly("null", "1.5");
    assertThat(replays(export))
        .containsExactly("replay 1: a value of \"watcher_count\" is of another type");
  }

  @Test
  void learnsEverythingFromTheRestOfTheBody() {
    List<FakeRow> rows =
        manyAnd(
            FakeRow.of("zone", "1"),
            FakeRow.of("watcher_count", "9007199254740993"),
            FakeRow.of("zone", "1.5", "watcher_count", "0.5"),
            FakeRow.of("other", "true"));
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(
            Schema.of(
                LOCATION,
                new Column("watcher_count", ColumnType.TEXT),
                new Column("zone", ColumnType.DECIMAL),
                new Column("other", ColumnType.BOOLEAN)));
    assertThat(output.rows().get(20_001))
        .containsExactly("null", "9007199254740993", "null", "null");
    assertThat(replays(export)).hasSize(1);
  }

  @Test
  void asksOnceMoreWhenAColumnOfNullsGetsItsFirstValueLate() {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(20_000, FakeRow.of("zone", "null")));
    rows.add(FakeRow.of("zone", "5"));
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    Output output = export.output();

    assertThat(output.schema()).isEqualTo(Schema.of(new Column("zone", ColumnType.WHOLE)));
    assertThat(output.rows().get(20_000)).containsExactly("5");
    assertThat(replays(export)).hasSize(1);
  }

  @Test
  void needsNoReplayForAColumnThatIsNullToTheEnd() {
    export.vidiCenter.replies(
        finished("now", Collections.nCopies(20_000, FakeRow.of("zone", "null"))));

    assertThat(export.output().schema()).isEqualTo(Schema.of(new Column("zone", ColumnType.TEXT)));
  }

  @Test
  void needsNoReplayForDriftWithinTheFirstRows() {
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(9_998, ROW));
    rows.add(FakeRow.of("zone", "1"));
    rows.add(FakeRow.of("zone", "\"a\"", "watcher_count", "0.5"));
    rows.addAll(Collections.nCopies(5_000, ROW));
    export.vidiCenter.replies(finished("now", rows));

    assertThat(export.output().rows()).hasSize(15_000);
  }

  @Test
  void opensTheSinkAfter8MebibytesOfBody() {
    FakeRow large = FakeRow.of("zone", '"' + "x".repeat(1024 * 1024) + '"');
    List<FakeRow> rows = new ArrayList<>(Collections.nCopies(9, large));
    rows.add(FakeRow.of("late", "1"));
    export.vidiCenter.replies(finished("now", rows), finished("now", rows));

    assertThat(export.output().rows()).hasSize(10);
    assertThat(replays(export)).hasSize(1);
  }

  @Test
  void asksOnceMoreWhenTheReplayNoLongerNeedsAColumn() {
    List<FakeRow> plain = Collections.nCopies(3, ROW);
    export.vidiCenter.replies(
        finished("first", manyAnd(FakeRow.of("zone", "1"))),
        finished("second", plain),
        finished("second", plain));

    Output output = export.output();

    assertThat(output.schema()).isEqualTo(Schema.of(LOCATION, WATCHERS));
    assertThat(output.rows()).hasSize(3);
    assertThat(output.provenance().creationDate()).contains("second");
    assertThat(replays(export))
        .containsExactly(
            "replay 1: the key \"zone\" appeared late",
            "replay 2: these rows need other columns than those before");
  }

  @Test
  void replaysThroughANewBuildAndTrouble() {
    List<FakeRow> rows = manyAnd(FakeRow.of("zone", "1"));
    export.vidiCenter.replies(
        finished("first", rows),
        started(),
        inProgress("second"),
        trouble(TestExport.CUT, ROW),
        finished("second", rows));

    Output output = export.output();

    assertThat(output.rows()).hasSize(20_001);
    assertThat(output.provenance().creationDate()).contains("second");
    assertThat(replays(export)).hasSize(1);
  }

  @Test
  void neverAsksForARebuildInAReplay() {
    TestExport rebuilding = new TestExport(TestExport.VIEWERS, true, false);
    List<FakeRow> rows = manyAnd(FakeRow.of("zone", "1"));
    rebuilding.vidiCenter.replies(finished("now", rows), finished("now", rows));

    rebuilding.output();

    assertThat(rebuilding.vidiCenter.calls())
        .map(FakeVidiCenter.Call::rebuild)
        .containsExactly(true, false);
  }

  @Test
  void givesUpAfterTheFourthDrift() {
    for (int answer = 0; answer < 4; answer++) {
      List<FakeRow> rows = manyAnd(FakeRow.of("zone " + answer, "1"));
      export.vidiCenter.replies(finished("now", rows));
    }

    assertThat(export.failure(FailureReason.COLUMNS_KEEP_CHANGING))
        .hasMessage(
            "The columns of the rows changed in each of 4 answers, so they cannot be determined.");
    assertThat(replays(export)).hasSize(3);
    assertThat(export.destination.calls()).doesNotContain("commit");
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    Property.holds(
        25,
        random -> {
          RandomTable table = RandomTable.make(random, 10_000 + random.nextInt(4_000));
          TestExport export = new TestExport(table.known(), false, false);
          export.destination.takingNonFinite();
          List<FakeRow> rows = table.rows().stream().map(FakeRow::of).toList();
          List<FakeRow> again = table.shuffled(random).rows().stream().map(FakeRow::of).toList();
          export.vidiCenter.replies(finished("now", rows), finished("now", again));

          Output output = export.output();

          assertThat(types(output.schema())).isEqualTo(table.plainTypes());
          assertThat(sorted(output.rows())).isEqualTo(sorted(table.shown(output.schema())));
        });
  }

  private static Map<String, ColumnType> types(Schema schema) {
    Map<String, ColumnType> types = new LinkedHashMap<>();
    schema.columns().forEach(column -> types.put(column.name(), column.type()));
    return types;
  }

  private static List<String> sorted(List<List<String>> rows) {
    return rows.stream().map(List::toString).sorted().toList();
  }
}
