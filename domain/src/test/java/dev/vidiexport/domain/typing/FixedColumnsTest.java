package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedColumnsTest {
  private static final FixedColumn LOCATION =
      new FixedColumn("location_id", "location_id", ColumnType.WHOLE, true);
  private static final FixedColumn DATE = new FixedColumn("date", "day", ColumnType.TEXT, false);
  private static final ReservedName RESERVED = new ReservedName("date");
  private static final FixedColumns COLUMNS =
      new FixedColumns(List.of(DATE, LOCATION), Map.of("zone", ColumnType.BOOLEAN), RESERVED);

  @Test
  void areThoseThatAreAlwaysThereAndThoseOfTheRows() {
    assertThat(COLUMNS.output(Set.of()))
        .isEqualTo(Schema.of(new Column("location_id", ColumnType.WHOLE)));
    assertThat(COLUMNS.output(Set.of("zone", "date", "Date", "area")))
        .isEqualTo(
            Schema.of(
                new Column("day", ColumnType.TEXT),
                new Column("location_id", ColumnType.WHOLE),
                new Column("Date_2", ColumnType.TEXT),
                new Column("area", ColumnType.TEXT),
                new Column("zone", ColumnType.BOOLEAN)));
  }

  @Test
  void tellTheKeyOfEachColumn() {
    assertThat(COLUMNS.received(COLUMNS.output(Set.of("zone", "date", "Date"))))
        .containsExactly("date", "location_id", "Date", "zone");
  }

  @Test
  void refuseWhatCouldNotBeWritten() {
    assertThatThrownBy(() -> new FixedColumns(List.of(DATE), Map.of(), RESERVED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ordered must have a column that is always there");
    assertThatThrownBy(() -> new FixedColumns(List.of(LOCATION, DATE, DATE), Map.of(), RESERVED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ordered must have different keys and names, but has \"date\" (\"day\") twice");
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, 1.0, 1",
    "WHOLE, -9223372036854775808, -9223372036854775808",
    "WHOLE, 1.5,",
    "WHOLE, '\"1\"',",
    "WHOLE, NaN,",
    "WHOLE, true,",
    "DECIMAL, 9007199254740992, 9.007199254740992E15",
    "DECIMAL, 9007199254740993,",
    "DECIMAL, 0.1, 0.1",
    "DECIMAL, 0.100000000000000001,",
    "DECIMAL, NaN, NaN",
    "DECIMAL, '\"0.1\"',",
    "BOOLEAN, false, false",
    "BOOLEAN, 0,",
    "TIMESTAMP, '\"2016-04-29T10:00:00.25\"', 2016-04-29T10:00:00.250",
    "TIMESTAMP, '\"2016-04-31 10:00:00\"',",
    "TIMESTAMP, 1461924000,",
    "NESTED, [1], [1]",
    "NESTED, '\"[1]\"',",
    "TEXT, 1.50, 1.50",
    "TEXT, '\"a\"', '\"a\"'",
    "TEXT, {}, {}",
    "TEXT, true, true",
    "TEXT, 1e400, 1e400",
  })
  void holdWhatAnExportTakesForTheSame(ColumnType type, String json, String shown) {
    SchemaDiscovery discovery = of(type);
    int column = discovery.column("metric");

    boolean fits = observe(discovery, column, JsonValue.of(json));

    assertThat(fits).isEqualTo(shown != null);
    assertThat(discovery.type(column)).isEqualTo(type);
    assertThat(observe(discovery, column, JsonValue.NULL)).isTrue();
    if (fits) {
      observe(discovery, column, JsonValue.of(json));
      RowBatchBuilder batch = new RowBatchBuilder(discovery.schema());
      assertThat(discovery.store(batch, 0)).isTrue();
      batch.endRow();
      assertThat(BatchText.value(batch.batch(), 0, 0)).isEqualTo(shown);
    }
  }

  @Test
  void proposeATypeThatHoldsEveryValue() {
    Property.holds(
        300,
        random -> {
          ColumnType fixed = ColumnType.values()[random.nextInt(ColumnType.values().length)];
          SchemaDiscovery discovery = of(fixed);
          int column = discovery.column("metric");
          List<JsonValue> values =
              Stream.generate(() -> RandomJson.value(random)).limit(1 + random.nextInt(4)).toList();
          boolean fit =
              values.stream().filter(value -> !observe(discovery, column, value)).count() == 0;

          ColumnType proposed = discovery.fittingType(column);

          SchemaDiscovery again = of(proposed);
          int sameColumn = again.column("metric");
          assertThat(values).allMatch(value -> observe(again, sameColumn, value));
          assertThat(fit)
              .isEqualTo(
                  fixed == ColumnType.TEXT
                      || values.stream().allMatch(JsonValue::isNull)
                      || ReferenceTyping.type(Optional.of(fixed), values) == fixed);
        });
  }

  private static SchemaDiscovery of(ColumnType type) {
    return new SchemaDiscovery(
        new FixedColumns(
            List.of(new FixedColumn("metric", "metric", type, true)), Map.of(), RESERVED),
        10);
  }

  private static boolean observe(SchemaDiscovery discovery, int column, JsonValue value) {
    byte[] utf8 = value.characters().getBytes(UTF_8);
    return discovery.observe(column, value.kind(), utf8, 0, utf8.length);
  }
}
