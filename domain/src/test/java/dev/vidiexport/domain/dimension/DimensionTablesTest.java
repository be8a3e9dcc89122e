package dev.vidiexport.domain.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import dev.vidiexport.domain.topology.SeenObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimensionTablesTest {
  private final DimensionTables tables = new DimensionTables();

  private static Instant day(int day) {
    return Instant.parse("2024-02-29T06:00:00Z").plus(Duration.ofDays(day));
  }

  private void see(
      int day, SeenKind kind, String id, @Nullable String label, @Nullable String parent) {
    tables.add(
        new SeenObject(
            day(day),
            kind,
            new Id(id),
            Optional.ofNullable(label),
            Optional.ofNullable(parent).map(Id::new),
            List.of()));
  }

  private void see(int day, String label) {
    see(day, SeenKind.LOCATION, "7", label, "3");
  }

  private void miss(int from, @Nullable Integer until) {
    tables.add(
        new Absence(
            SeenKind.LOCATION,
            new Id("7"),
            day(from),
            Optional.ofNullable(until).map(DimensionTablesTest::day)));
  }

  /** Values joined with bars; days of March for times. */
  private List<String> rows(Dimension dimension) {
    List<String> rows = new ArrayList<>();
    tables
        .table(dimension)
        .show(
            batch -> {
              for (List<String> row : BatchText.rows(batch)) {
                rows.add(
                    String.join("|", row)
                        .replace("\"", "")
                        .replaceAll("2024-03-0?([0-9]+)T06:00(:00)?", "$1"));
              }
            });
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "LOCATIONS, locations, 'id,label,site_id,valid_from,valid_to'",
    "SITES, sites, 'id,label,network_id,valid_from,valid_to'",
    "NETWORKS, networks, 'id,label,valid_from,valid_to'",
    "TAGS, tags, 'id,label,network_id,kind,valid_from,valid_to'",
  })
  void haveTheirColumns(Dimension dimension, String name, String columns) {
    List<Column> found = dimension.schema().columns();

    assertThat(dimension.tableName()).isEqualTo(name);
    assertThat(found).extracting(Column::name).containsExactly(columns.split(","));
    assertThat(found)
        .allMatch(
            column ->
                switch (column.name()) {
                  case "label", "kind" -> column.type() == ColumnType.TEXT;
                  case "valid_from", "valid_to" ->
                      column.type() == ColumnType.TIMESTAMP
                          && column.meaning() == ColumnMeaning.UTC;
                  default -> column.type() == ColumnType.WHOLE;
                });
  }

  @Test
  void haveARowForEachNameAndParent() {
    see(1, "Entrance");
    see(2, "Exit");
    see(3, SeenKind.LOCATION, "7", "Exit", "4");
    see(4, SeenKind.LOCATION, "7", null, null);

    assertThat(rows(Dimension.LOCATIONS))
        .containsExactly("7|Entrance|3|1|2", "7|Exit|3|2|3", "7|Exit|4|3|4", "7|null|null|4|null");
  }

  @Test
  void goOnWhereNothingThatTheyShowChanged() {
    see(1, "Entrance");
    see(2, "Entrance");

    assertThat(rows(Dimension.LOCATIONS)).containsExactly("7|Entrance|3|1|null");
  }

  @Test
  void takeNoParentOfANetworkForAChange() {
    see(1, SeenKind.NETWORK, "1", "All", "5");
    see(2, SeenKind.NETWORK, "1", "All", "6");

    assertThat(rows(Dimension.NETWORKS)).containsExactly("1|All|1|null");
  }

  @Test
  void endWhenSomethingIsGone() {
    see(1, "Entrance");
    miss(2, null);

    assertThat(rows(Dimension.LOCATIONS)).containsExactly("7|Entrance|3|1|2");
  }

  @Test
  void beginAnewWhenItIsBackAsItWas() {
    see(1, "Entrance");
    miss(2, 5);
    miss(6, null);

    assertThat(rows(Dimension.LOCATIONS)).containsExactly("7|Entrance|3|1|2", "7|Entrance|3|5|6");
  }

  @Test
  void beginOnceWhenItIsBackWithAnotherName() {
    see(1, "Entrance");
    see(5, "Exit");
    miss(2, 5);

    assertThat(rows(Dimension.LOCATIONS)).containsExactly("7|Entrance|3|1|2", "7|Exit|3|5|null");
  }

  @Test
  void leaveOutWhatHadNoDuration() {
    see(1, "Entrance");
    see(2, "Exit");
    see(2, "Gate");
    miss(3, 3);

    assertThat(rows(Dimension.LOCATIONS)).containsExactly("7|Entrance|3|1|2", "7|Gate|3|2|null");
  }

  @Test
  void believeTheOrderMoreThanAClockThatWentBack() {
    see(2, "Entrance");
    see(1, "Exit");
    see(3, "Gate");

    assertThat(rows(Dimension.LOCATIONS)).containsExactly("7|Exit|3|2|3", "7|Gate|3|3|null");
  }

  @Test
  void haveTagsOfBothKinds() {
    see(1, SeenKind.SITE_TAG, "4", "Mall", null);
    see(1, SeenKind.LOCATION_TAG, "4", "New", "1");
    see(1, SeenKind.SITE, "4", "Shop", "1");
    see(2, SeenKind.LOCATION_TAGGING, "4", null, null);

    assertThat(rows(Dimension.TAGS))
        .containsExactly("4|New|1|location|1|null", "4|Mall|null|site|1|null");
    assertThat(rows(Dimension.SITES)).containsExactly("4|Shop|1|1|null");
  }

  @Test
  void areInTheOrderOfIdsAndHaveNoNumberBeyond64Bits() {
    see(1, SeenKind.NETWORK, "123456789012345678901234567890", "Large", null);
    see(1, SeenKind.NETWORK, "10", "Ten", null);
    see(1, SeenKind.NETWORK, "9", "Ni\ud800ne", null);

    assertThat(rows(Dimension.NETWORKS))
        .containsExactly("9|Ni?ne|1|null", "10|Ten|1|null", "null|Large|1|null");
  }

  @Test
  void showRowsInAsManyBatchesAsTheyNeed() {
    for (int id = 1; id <= 10_000; id++) {
      see(1, SeenKind.SITE, String.valueOf(id), "Site " + id, "1");
    }

    assertThat(rows(Dimension.SITES)).hasSize(10_000).last().isEqualTo("10000|Site 10000|1|1|null");
    assertThat(tables.table(Dimension.SITES).size()).isEqualTo(10_000);
  }

  @Test
  void haveOtherContentsWhenAnyValueIsAnother() {
    see(1, "Entrance");
    String first = tables.table(Dimension.LOCATIONS).contents();
    see(2, "Entrance");
    assertThat(tables.table(Dimension.LOCATIONS).contents()).isEqualTo(first);

    see(3, "");
    String empty = tables.table(Dimension.LOCATIONS).contents();
    miss(4, null);

    assertThat(empty).isNotEqualTo(first);
    assertThat(tables.table(Dimension.LOCATIONS).contents()).isNotEqualTo(empty);
    assertThat(tables.table(Dimension.SITES).contents())
        .isNotEqualTo(tables.table(Dimension.NETWORKS).contents());
  }
}
