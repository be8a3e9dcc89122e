package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of the columns of a table as a history goes on. */
abstract class SliceColumnFacts extends SlicePublicationFacts {
  private static final SliceColumn VIEWERS =
      new SliceColumn(1, new Column("viewers", ColumnType.WHOLE));
  private static final SliceColumn PLACE = new SliceColumn(2, new Column("place", ColumnType.TEXT));
  private static final SliceColumn SHARE =
      new SliceColumn(3, new Column("share", ColumnType.DECIMAL));

  @Test
  void addsColumnsThatTheTableLacks() throws Exception {
    String address = freshAddress();
    SampleSlice first = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    SampleSlice next =
        sample(
            NEXT_SLICE,
            List.of(VIEWERS, PLACE, SHARE),
            List.of(SampleValue.number("3"), SampleValue.text("Hall"), SampleValue.number("0.5")));
    publish(address, first, 1);

    publish(address, next, 1);

    assertThatItStands(address, first, 1, next.columns());
    assertThatItStands(address, next, 1);
  }

  @Test
  void tellsWhichColumnsTheTableHas() throws Exception {
    String address = freshAddress();
    SampleSlice sample = SampleSlice.of(table("viewers"), SLICE, counts(1, 2));
    publish(address, sample, 1);

    try (SliceReader reader = tables().read(target(address, sample.table()));
        SliceRows rows =
            reader.rows(sample.table(), sample.slice(), List.of(VIEWERS, PLACE, SHARE))) {
      assertThat(rows.columns()).as("the columns that the table has").containsExactly(VIEWERS);
      assertThat(rest(rows, 10)).containsExactlyInAnyOrder(List.of(1L), List.of(2L));
    }
  }

  /** Rows come with their columns in any order, and without some. */
  @Test
  void putsValuesWhereTheirColumnsNumbersSay() throws Exception {
    String address = freshAddress();
    SampleSlice sample =
        sample(
            SLICE,
            List.of(SHARE, VIEWERS),
            List.of(SampleValue.number("0.5"), SampleValue.number("7")));
    try (SliceWriter writer = tables().write(target(address, sample.table()))) {
      publish(writer, sample, 1, List.of(VIEWERS, PLACE, SHARE));
    }

    assertThatItStands(address, sample, 1, List.of(VIEWERS, PLACE, SHARE));
  }

  @Test
  void turnsWholeNumbersIntoDecimals() throws Exception {
    String address = freshAddress();
    SliceColumn wider = new SliceColumn(1, new Column("viewers", ColumnType.DECIMAL));
    SampleSlice first = SampleSlice.of(table("viewers"), SLICE, counts(1, -2));
    SampleSlice next = sample(NEXT_SLICE, List.of(wider), List.of(SampleValue.number("12.25")));
    publish(address, first, 1);

    publish(address, next, 1);

    assertThatItStands(address, first, 1, next.columns());
    assertThatItStands(address, next, 1);
  }

  @Test
  void turnsAnythingIntoTexts() throws Exception {
    String address = freshAddress();
    SampleTable table =
        SampleTable.of(
                new Column("whole", ColumnType.WHOLE),
                new Column("decimal", ColumnType.DECIMAL),
                new Column("truth", ColumnType.BOOLEAN),
                new Column("time", ColumnType.TIMESTAMP),
                new Column("nested", ColumnType.NESTED),
                new Column("text", ColumnType.TEXT))
            .withRow(
                SampleValue.number("12"),
                SampleValue.number("0.5"),
                SampleValue.truth(true),
                SampleValue.text("2016-04-29 10:00:00"),
                SampleValue.nested("[1]"),
                SampleValue.text("plain"))
            .withRow(
                SampleValue.nothing(),
                SampleValue.nothing(),
                SampleValue.truth(false),
                SampleValue.nothing(),
                SampleValue.nothing(),
                SampleValue.nothing());
    SampleSlice first = SampleSlice.of(table("viewers"), SLICE, table);
    List<SliceColumn> texts =
        first.columns().stream()
            .map(
                old ->
                    new SliceColumn(old.number(), new Column(old.column().name(), ColumnType.TEXT)))
            .toList();
    SampleSlice next =
        sample(NEXT_SLICE, texts, texts.stream().map(text -> SampleValue.text("many")).toList());
    publish(address, first, 1);

    publish(address, next, 1);

    assertThatItStands(address, first, 1, texts);
    assertThatItStands(address, next, 1);
  }

  @Test
  void keepsOddNamesApartAlsoOfColumnsThatComeLater() throws Exception {
    String address = freshAddress();
    List<String> names =
        Stream.concat(
                SampleTables.NAMES.stream(),
                Stream.of(
                    "_vidiexport_slice", "_VIDIEXPORT_SLICE", "rowid", "oid", "_rowid_", "ctid"))
            .filter(this::holds)
            .toList();
    SampleTable all = SampleTables.named(names);
    SampleSlice next = SampleSlice.of(table("viewers"), NEXT_SLICE, all);
    List<List<SampleValue>> begun = new ArrayList<>();
    int half = names.size() / 2;
    for (List<SampleValue> row : all.rows()) {
      begun.add(row.subList(0, half));
    }
    SampleSlice first =
        new SampleSlice(next.table(), new Slice(SLICE), next.columns().subList(0, half), begun);
    publish(address, first, 1);

    publish(address, next, 1);

    assertThatItStands(address, first, 1, next.columns());
    assertThatItStands(address, next, 1);
  }

  private SampleSlice sample(String slice, List<SliceColumn> columns, List<SampleValue> row) {
    return new SampleSlice(table("viewers"), new Slice(slice), columns, List.of(row));
  }
}
