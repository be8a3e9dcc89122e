package dev.vidiexport.domain.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.NotUnicodeException;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaDiscoveryTest {
  private static final KnownColumns VIEWERS =
      new KnownColumns(
          List.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("period_start", ColumnType.TIMESTAMP),
              new Column("watcher_count", ColumnType.WHOLE),
              new Column("dwell_time_in_tenths_of_sec", ColumnType.WHOLE),
              new Column("dwell_time", ColumnType.WHOLE),
              new Column("attention_time", ColumnType.WHOLE)),
          List.of(
              new Column("location_id", ColumnType.WHOLE),
              new Column("watcher_count", ColumnType.WHOLE)));

  private final SchemaDiscovery discovery = new SchemaDiscovery(VIEWERS, 8);

  private void see(String name, String json) {
    observe(discovery, name, json);
  }

  private List<String> names() {
    return discovery.schema().columns().stream().map(Column::name).toList();
  }

  @Test
  void putsKnownColumnsInTheirOrderAndOthersBehindAsTheyAppear() {
    see("zone", "1");
    see("attention_time", "556");
    see("dwell_time", "2419");
    see("brand new", "true");
    see("watcher_count", "27");
    see("period_start", "\"2016-04-29 10:00:00\"");
    see("location_id", "1056");

    assertThat(names())
        .containsExactly(
            "location_id",
            "period_start",
            "watcher_count",
            "dwell_time",
            "attention_time",
            "zone",
            "brand new");
  }

  @Test
  void typesAColumnByItsNameWhereverItAppears() {
    Column footfallStart = new Column("footfall_start", ColumnType.TIMESTAMP);
    SchemaDiscovery named =
        new SchemaDiscovery(
            new KnownColumns(VIEWERS.ordered(), VIEWERS.whenEmpty(), List.of(footfallStart)), 8);

    observe(named, "zone", "1");
    observe(named, "footfall_start", "\"2025-12-23T12:59:04.208000\"");
    observe(named, "brand new", "\"2025-12-23T12:59:04\"");
    observe(named, "location_id", "1056");

    assertThat(named.schema())
        .isEqualTo(
            Schema.of(
                new Column("location_id", ColumnType.WHOLE),
                new Column("zone", ColumnType.WHOLE),
                footfallStart,
                new Column("brand new", ColumnType.TEXT)));
  }

  private static void observe(SchemaDiscovery target, String name, String json) {
    TypedColumn.observe(target, target.column(name), JsonValue.of(json));
  }

  @Test
  void leavesOutKnownColumnsThatNoRowHas() {
    see("watcher_count", "27");

    assertThat(discovery.schema())
        .isEqualTo(Schema.of(new Column("watcher_count", ColumnType.WHOLE)));
  }

  @Test
  void hasTheColumnsOfAnEmptyFileWhenNoKeyAppeared() {
    assertThat(discovery.schema()).isEqualTo(new Schema(VIEWERS.whenEmpty()));
    assertThat(discovery.agreesWith(new Schema(VIEWERS.whenEmpty()))).isTrue();
  }

  @Test
  void tellsKeysApartCharacterForCharacter() {
    see("Age", "1");
    see("age", "2");
    see("", "3");
    see("age ", "4");

    assertThat(names()).containsExactly("Age", "age", "", "age ");
  }

  @Test
  void givesTheSameKeyTheSameIndex() {
    int first = discovery.column("watcher_count");
    int second = discovery.column("zone");

    assertThat(discovery.column("watcher_count")).isEqualTo(first);
    assertThat(discovery.column("zone")).isEqualTo(second).isNotEqualTo(first);
    assertThat(discovery.name(second)).isEqualTo("zone");
    assertThat(discovery.size()).isEqualTo(2);
  }

  @Test
  void refusesOneColumnMoreThanItMayHave() {
    for (int column = 0; column < 8; column++) {
      discovery.column("column " + column);
    }

    assertThatThrownBy(() -> discovery.column("one more"))
        .isInstanceOf(TooManyColumnsException.class)
        .hasMessage("the rows have more than 8 different keys");
    assertThat(discovery.column("column 7")).isEqualTo(7);
  }

  @Test
  void refusesAKeyThatIsNotUnicode() {
    assertThatThrownBy(() -> discovery.column("half \uD83D"))
        .isInstanceOf(NotUnicodeException.class)
        .hasMessage("a text contains an unpaired surrogate");
    assertThat(discovery.column("whole \uD83D\uDE00")).isZero();
  }

  @Test
  void agreesWithASchemaInAnotherOrder() {
    see("watcher_count", "27");
    see("zone", "\"a\"");
    Column watchers = new Column("watcher_count", ColumnType.WHOLE);
    Column zone = new Column("zone", ColumnType.TEXT);

    assertThat(discovery.agreesWith(Schema.of(zone, watchers))).isTrue();
    assertThat(discovery.agreesWith(Schema.of(watchers))).isFalse();
    assertThat(discovery.agreesWith(Schema.of(watchers, new Column("zone", ColumnType.WHOLE))))
        .isFalse();
    assertThat(discovery.agreesWith(Schema.of(watchers, zone, new Column("age", ColumnType.WHOLE))))
        .isFalse();
  }

  @Test
  void storesNothingThatDoesNotFit() {
    RowBatchBuilder batch = new RowBatchBuilder(Schema.of(new Column("zone", ColumnType.WHOLE)));
    see("zone", "1.5");

    boolean stored = discovery.store(batch, 0);
    batch.endRow();

    assertThat(stored).isFalse();
    assertThat(batch.batch().isNull(0, 0)).isTrue();
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    Property.holds(
        1_500,
        random -> {
          RandomTable table = RandomTable.make(random, random.nextInt(60));

          Map<String, ColumnType> types = types(table);

          assertThat(types(table.shuffled(random))).isEqualTo(types);
          assertThat(types).isEqualTo(table.plainTypes());
        });
  }

  private static Map<String, ColumnType> types(RandomTable table) {
    SchemaDiscovery discovery = new SchemaDiscovery(table.known(), 100);
    table
        .rows()
        .forEach(
            row ->
                row.forEach(
                    (name, value) ->
                        TypedColumn.observe(discovery, discovery.column(name), value)));
    Map<String, ColumnType> types = new LinkedHashMap<>();
    discovery.schema().columns().forEach(column -> types.put(column.name(), column.type()));
    return types;
  }
}
