package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The kit that all tables of slices pass. Extend it, give it the tables and a fresh database each
 * time, and run it with JUnit; override the other hooks only where the database is weaker than the
 * interfaces.
 *
 * <p>The facts of this class are about values: those that went in come back. Rows may come back in
 * any order.
 *
 * @since 0.1.0
 */
public abstract class SliceContract extends SliceReadingFacts {
  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void bringsBackEveryValueOfEveryType(ColumnType type) throws Exception {
    assertThatItBringsBack(SampleTables.column(type, SampleTables.values(type)));
  }

  @Test
  void bringsBackEveryTextThatTheDatabaseHolds() throws Exception {
    List<SampleValue> texts =
        SampleTables.TEXTS.stream().filter(this::holds).map(SampleValue::text).toList();

    assertThatItBringsBack(SampleTables.column(ColumnType.TEXT, texts));
  }

  @Test
  void tellsNullFromAnEmptyText() throws Exception {
    assertThatItBringsBack(
        SampleTable.of(new Column("a", ColumnType.TEXT), new Column("b", ColumnType.TEXT))
            .withRow(SampleValue.nothing(), SampleValue.text(""))
            .withRow(SampleValue.text(""), SampleValue.nothing()));
  }

  @Test
  void bringsBackDaysAndTimesInUtc() throws Exception {
    assertThatItBringsBack(SampleTables.daysAndTimesInUtc());
  }

  /** Tables whose provider takes them are held to bring them back; others never see them. */
  @Test
  void bringsBackNumbersThatAreNotFiniteIfItTakesThem() throws Exception {
    assertThatItBringsBack(SampleTables.notFinite(takesNonFinite()));
  }

  @Test
  void bringsBackColumnsThatAreNullThroughout() throws Exception {
    SampleTable everyType = SampleTables.everyType(0);
    List<SampleValue> nulls =
        everyType.schema().columns().stream().map(column -> SampleValue.nothing()).toList();

    assertThatItBringsBack(everyType.withRows(List.of(nulls, nulls)));
  }

  @Test
  void writesAndReadsTheSameWhateverTheLocaleAndTimeZone() throws Exception {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, SampleTables.everyType(50));
    String address = freshAddress();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      publish(address, sample, 12_345);
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
      assertThatItStands(address, sample, 12_345);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void isReadByOtherProgramsAsItWasWritten() throws Exception {
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, SampleTables.everyType(50));
    String address = freshAddress();
    publish(address, sample, 1);

    Optional<ReadTable> read = readBack(address, sample.table(), sample.context().schema());

    assumeThat(read).as("another program reads the table").isPresent();
    ReadTable found = read.orElseThrow();
    assertThat(found.columns())
        .as("the columns that another program sees")
        .isEqualTo(
            sample.columns().stream()
                .map(column -> column.column().name())
                .collect(Collectors.toList()));
    assertThat(found.rows().stream().map(ReadTable::asWritten).toList())
        .as("the rows that another program sees")
        .containsExactlyInAnyOrderElementsOf(expected(sample, sample.columns()));
  }

  private void assertThatItBringsBack(SampleTable rows) throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, rows);

    publish(address, sample, 1);

    assertThatItStands(address, sample, 1);
  }
}
