package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.typing.KnownColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryColumnsTest {
  private static final Column LOCATION = new Column("location_id", ColumnType.WHOLE);
  private static final Column START = new Column("period_start", ColumnType.TIMESTAMP);
  private static final Column DATE = new Column("period_start_date", ColumnType.TEXT);
  private static final Column COUNT = new Column("watcher_count", ColumnType.WHOLE);
  private static final Column FORMER = new Column("dwell_time", ColumnType.WHOLE);
  private static final KnownColumns VIEWERS =
      new KnownColumns(
          List.of(LOCATION, START, DATE, COUNT, FORMER),
          List.of(LOCATION, START, COUNT),
          List.of(new Column("watcher_start", ColumnType.TIMESTAMP)));

  private static HistoryColumns before(List<NumberedColumn> known) {
    return HistoryColumns.of(VIEWERS, Map.of(), known, WindowLength.DAY);
  }

  private static NumberedColumn numbered(int number, Column column) {
    return new NumberedColumn(number, column.name(), column.name(), column.type());
  }

  @Test
  void beginWithThoseOfAnExportWithoutRows() {
    HistoryColumns columns = before(List.of());

    Schema file = columns.fixed().output(Set.of());

    assertThat(file).isEqualTo(Schema.of(LOCATION, START, COUNT));
    assertThat(LedgerColumns.after(List.of(), columns, file))
        .containsExactly(numbered(1, LOCATION), numbered(2, START), numbered(3, COUNT));
  }

  @Test
  void numberOptionalOnesBehindThemInTheOrderOfTheCatalogueAndUnknownOnesByKey() {
    HistoryColumns columns = before(List.of());

    Schema file =
        columns.fixed().output(Set.of("zone", "dwell_time", "date", "period_start_date", "area"));

    assertThat(columns.ofFile(file))
        .containsExactly(
            numbered(1, LOCATION),
            numbered(2, START),
            numbered(3, COUNT),
            numbered(4, DATE),
            numbered(5, FORMER),
            new NumberedColumn(6, "area", "area", ColumnType.TEXT),
            new NumberedColumn(7, "date", "date_2", ColumnType.TEXT),
            new NumberedColumn(8, "zone", "zone", ColumnType.TEXT));
    assertThat(LedgerColumns.after(List.of(), columns, file)).isEqualTo(columns.ofFile(file));
  }

  @Test
  void keepNumberNameAndTypeWhateverALaterCatalogueSays() {
    List<NumberedColumn> known =
        List.of(
            new NumberedColumn(1, "watcher_count", "watchers", ColumnType.DECIMAL),
            new NumberedColumn(4, "zone", "zone", ColumnType.TEXT));
    HistoryColumns columns = before(known);

    Schema file = columns.fixed().output(Set.of("location_id", "period_start_date"));

    assertThat(file)
        .isEqualTo(Schema.of(new Column("watchers", ColumnType.DECIMAL), LOCATION, DATE));
    assertThat(columns.ofFile(file))
        .containsExactly(known.get(0), numbered(5, LOCATION), numbered(6, DATE));
    assertThat(LedgerColumns.after(known, columns, file))
        .containsExactly(known.get(0), known.get(1), numbered(5, LOCATION), numbered(6, DATE));
  }

  @Test
  void keepThoseThatWereAddedAndExpectThemInNoRows() {
    List<NumberedColumn> known =
        List.of(
            numbered(1, LOCATION),
            new NumberedColumn(
                2, "site_id", "site_id", ColumnType.WHOLE, ColumnMeaning.PLAIN, true),
            new NumberedColumn(
                3, "watcher_count", "watcher_count_2", ColumnType.WHOLE, ColumnMeaning.PLAIN, true),
            numbered(4, COUNT));
    HistoryColumns columns = before(known);

    Schema file = columns.fixed().output(Set.of("location_id", "watcher_count", "zone"));

    assertThat(file).isEqualTo(Schema.of(LOCATION, COUNT, new Column("zone", ColumnType.TEXT)));
    NumberedColumn zone = new NumberedColumn(5, "zone", "zone", ColumnType.TEXT);
    assertThat(columns.ofFile(file)).containsExactly(known.get(0), known.get(3), zone);
    assertThat(LedgerColumns.after(known, columns, file))
        .containsExactly(known.get(0), known.get(1), known.get(2), known.get(3), zone);
  }

  @Test
  void haveTheTypesThatTheUserChose() {
    List<NumberedColumn> known =
        List.of(numbered(1, LOCATION), new NumberedColumn(2, "zone", "zone", ColumnType.TEXT));
    HistoryColumns columns =
        HistoryColumns.of(
            VIEWERS,
            Map.of(
                "watcher_count", ColumnType.DECIMAL,
                "zone", ColumnType.WHOLE,
                "area", ColumnType.BOOLEAN),
            known,
            WindowLength.DAY);

    Schema file = columns.fixed().output(Set.of("watcher_count", "zone", "area"));

    assertThat(LedgerColumns.after(known, columns, file))
        .containsExactly(
            numbered(1, LOCATION),
            new NumberedColumn(2, "zone", "zone", ColumnType.WHOLE),
            new NumberedColumn(3, "watcher_count", "watcher_count", ColumnType.DECIMAL),
            new NumberedColumn(4, "area", "area", ColumnType.BOOLEAN));
  }

  @Test
  void areTimestampsByNameInWhateverDataTypeTheyCome() {
    assertThat(before(List.of()).fixed().column("watcher_start").type())
        .isEqualTo(ColumnType.TIMESTAMP);
  }

  @Test
  void areNamedByThePartitionsOfTheirWindows() {
    HistoryColumns columns = HistoryColumns.of(VIEWERS, Map.of(), List.of(), WindowLength.MONTH);

    assertThat(columns.fixed().column("Month").name()).isEqualTo("Month_2");
    assertThat(columns.fixed().column("date").name()).isEqualTo("date");
  }

  @Test
  void keepTheirNumbersThroughAnyRowOfFiles() {
    List<String> keys =
        List.of("date", "date_2", "zone", "area", "dwell_time", "period_start_date", "Zone", "");
    Property.holds(
        200,
        random -> {
          List<NumberedColumn> ledger = List.of();
          for (int file = 0; file < 6; file++) {
            Set<String> there = new HashSet<>();
            for (int key = random.nextInt(keys.size()); key > 0; key--) {
              there.add(keys.get(random.nextInt(keys.size())));
            }
            HistoryColumns columns = before(ledger);
            Schema output = columns.fixed().output(there);
            List<NumberedColumn> ofFile = columns.ofFile(output);
            List<NumberedColumn> after = LedgerColumns.after(ledger, columns, output);

            assertThat(after.subList(0, ledger.size())).isEqualTo(ledger);
            assertThat(after).containsAll(ofFile);
            assertThat(after).extracting(NumberedColumn::number).isSorted().doesNotHaveDuplicates();
            assertThat(after).extracting(NumberedColumn::received).doesNotHaveDuplicates();
            assertThat(after).extracting(NumberedColumn::name).doesNotHaveDuplicates();
            assertThat(after).last().extracting(NumberedColumn::number).isEqualTo(after.size());
            assertThat(ofFile).extracting(NumberedColumn::number).isSorted();
            assertThat(ofFile).extracting(NumberedColumn::received).containsAll(there);
            ledger = after;
          }
        });
  }
}
