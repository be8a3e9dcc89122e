package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static dev.vidiexport.domain.port.FakeVidiCenter.trouble;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.FakeVidiCenter;
import dev.vidiexport.domain.port.InMemoryDestination.Output;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the numbers that are not finite. */
class NonFiniteTest {
  private static final FakeRow[] ROWS = {
    FakeRow.of("watcher_count", "27", "zone", "\"a\"", "ratio", "0.5"),
    FakeRow.of("watcher_count", "NaN", "zone", "Infinity", "ratio", "-Infinity"),
    FakeRow.of("watcher_count", "NaN", "zone", "null", "ratio", "1")
  };

  private final TestExport export = new TestExport();

  @Test
  void reachesASinkThatTakesThem() {
    export.destination.takingNonFinite();
    export.vidiCenter.replies(finished(ROWS));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(
            Schema.of(
                new Column("watcher_count", ColumnType.DECIMAL),
                new Column("zone", ColumnType.TEXT),
                new Column("ratio", ColumnType.DECIMAL)));
    assertThat(output.rows())
        .containsExactly(
            List.of("27.0", "\"a\"", "0.5"),
            List.of("NaN", "Infinity", "-Infinity"),
            List.of("NaN", "null", "1.0"));
  }

  @Test
  void isNullForAnyOtherAndLeavesTheTypesAsTheyAre() {
    export.vidiCenter.replies(finished(ROWS));

    ExportReceipt receipt = export.run().receipt();

    Output output = export.destination.published().orElseThrow();
    assertThat(output.schema())
        .isEqualTo(
            Schema.of(
                new Column("watcher_count", ColumnType.WHOLE),
                new Column("zone", ColumnType.TEXT),
                new Column("ratio", ColumnType.DECIMAL)));
    assertThat(output.rows())
        .containsExactly(
            List.of("27", "\"a\"", "0.5"),
            List.of("null", "null", "null"),
            List.of("null", "null", "1.0"));
    assertThat(receipt.nonFiniteAsNull()).isEqualTo(4);
  }

  @Test
  void isCountedInTheAnswerThatIsWrittenAlone() {
    export.vidiCenter.replies(trouble(TestExport.CUT, ROWS), finished(ROWS[0], ROWS[2]));

    assertThat(export.run().receipt().nonFiniteAsNull()).isEqualTo(1);
  }

  @Test
  void isNoReasonToAskAgainForASinkThatDoesNotTakeThem() {
    export.vidiCenter.replies(finished("now", manyAndOneLate()));

    assertThat(export.run().receipt().nonFiniteAsNull()).isEqualTo(1);
    assertThat(export.vidiCenter.calls()).hasSize(1);
  }

  @Test
  void changesTheTypeOfAColumnThoughItComesLate() {
    export.destination.takingNonFinite();
    export.vidiCenter.replies(finished("now", manyAndOneLate()), finished("now", manyAndOneLate()));

    Output output = export.output();

    assertThat(output.schema())
        .isEqualTo(Schema.of(new Column("watcher_count", ColumnType.DECIMAL)));
    assertThat(output.rows()).hasSize(20_001).endsWith(List.of("NaN"));
  }

  @Test
  void isCountedWithinNestedValuesForEverySink() {
    FakeVidiCenter.Reply nested =
        rows -> {
          byte[] json = "[null,1,null]".getBytes(UTF_8);
          rows.value(rows.column("list"), ValueKind.NESTED, json, 0, json.length);
          rows.nulledInNested(2);
          rows.endRow(20);
          return new Answer.Finished(Optional.empty());
        };
    export.destination.takingNonFinite();
    export.vidiCenter.replies(nested);

    assertThat(export.run().receipt().nonFiniteAsNull()).isEqualTo(2);
  }

  private static List<FakeRow> manyAndOneLate() {
    List<FakeRow> rows =
        new ArrayList<>(Collections.nCopies(20_000, FakeRow.of("watcher_count", "27")));
    rows.add(FakeRow.of("watcher_count", "NaN"));
    return rows;
  }
}
