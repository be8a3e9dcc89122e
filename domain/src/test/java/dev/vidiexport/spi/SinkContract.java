package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kit that every sink passes. Extend it, give it the provider and a way to read an output back,
 * and run it with JUnit; override the other hooks only where the format is weaker than the table.
 *
 * <p>The facts of this class are about what an output holds. It plays the host as the host is: one
 * batch is used for all rows and holds other rows as soon as {@code write} has returned.
 *
 * @since 0.1.0
 */
public abstract class SinkContract extends MemoryFacts {
  private static final int RANDOM_TABLES = 30;

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void keepsEveryValueOfEveryType(ColumnType type) throws Exception {
    assertThatItKeeps(SampleTables.column(type, SampleTables.values(type)), 4);
  }

  @Test
  void keepsEveryTextThatItsFormatHolds() throws Exception {
    List<SampleValue> texts =
        SampleTables.TEXTS.stream().filter(this::holds).map(SampleValue::text).toList();

    assertThatItKeeps(SampleTables.column(ColumnType.TEXT, texts), 4);
  }

  /** Whoever knows no better writes texts and timestamps; see {@link ReadTable}. */
  @Test
  void keepsDaysAndTimesInUtc() throws Exception {
    assertThatItKeeps(SampleTables.daysAndTimesInUtc(), 4);
  }

  /** A provider that takes them is held to write them; any other never sees them. */
  @Test
  void keepsNumbersThatAreNotFiniteIfItTakesThem() throws Exception {
    assertThatItKeeps(SampleTables.notFinite(provider().takesNonFinite()), 2);
  }

  @Test
  void tellsNullFromAnEmptyText() throws Exception {
    SampleTable table =
        SampleTable.of(new Column("a", ColumnType.TEXT), new Column("b", ColumnType.TEXT))
            .withRow(SampleValue.nothing(), SampleValue.text(""))
            .withRow(SampleValue.text(""), SampleValue.nothing());

    assertThatItKeeps(table, 1);
  }

  @Test
  void keepsColumnsThatAreNullThroughout() throws Exception {
    SampleTable everyType = SampleTables.everyType(0);
    List<SampleValue> nulls =
        everyType.schema().columns().stream().map(column -> SampleValue.nothing()).toList();

    assertThatItKeeps(everyType.withRows(List.of(nulls, nulls)), 2);
  }

  @Test
  void keepsOddNamesAndNamesThatDifferInCaseAlone() throws Exception {
    assertThatItKeeps(
        SampleTables.named(SampleTables.NAMES.stream().filter(this::holds).toList()), 2);
  }

  @Test
  void keepsThreeHundredColumns() throws Exception {
    assertThatItKeeps(
        SampleTables.named(IntStream.range(0, 300).mapToObj(index -> "key_" + index).toList()), 1);
  }

  @Test
  void writesAValidOutputWithoutRows() throws Exception {
    assertThatItKeeps(SampleTables.everyType(0), 1);
  }

  @Test
  void keepsEveryRowOfManyBatchesInOrder() throws Exception {
    assertThatItKeeps(SampleTables.everyType(2 * RowBatchBuilder.MAX_ROWS + 1), Integer.MAX_VALUE);
  }

  @Test
  void keepsEarlierRowsWhenTheirBatchIsUsedAgain() throws Exception {
    assertThatItKeeps(SampleTables.everyType(50), 1);
  }

  @Test
  void writesTheSameWhateverTheLocaleAndTimeZone() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThatItKeeps(SampleTables.everyType(50), 7);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
      assertThatItKeeps(SampleTables.everyType(50), 7);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void leavesTheProcessAsItWas() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    PrintStream out = System.out;
    PrintStream err = System.err;

    assertThatItKeeps(SampleTables.everyType(10), 3);

    assertThat(Locale.getDefault()).isEqualTo(locale);
    assertThat(TimeZone.getDefault()).isEqualTo(zone);
    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
  }

  @Test
  void keepsTablesOfAnyShape() {
    Property.holds(
        RANDOM_TABLES,
        random -> {
          RandomTables tables = new RandomTables(random, this::holds);

          assertThatItKeeps(tables.next(), tables.rowsPerBatch());
        });
  }

  private void assertThatItKeeps(SampleTable table, int rowsPerBatch) throws Exception {
    ReadTable read = writeAndRead(table, rowsPerBatch);

    ReadTable expected = expected(table);
    assertThat(read.columns()).as("columns").isEqualTo(expected.columns());
    assertThat(read.rows()).as("rows").hasSameSizeAs(expected.rows());
    for (int row = 0; row < read.rows().size(); row++) {
      assertThat(ReadTable.asWritten(read.rows().get(row)))
          .as("row %s", row)
          .isEqualTo(expected.rows().get(row));
    }
  }
}
