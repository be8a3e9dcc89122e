package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Makes up tables, for tests: some columns known beforehand and some not, rows that leave keys out,
 * and columns whose values drift away from the rest.
 *
 * @param known what is known of the columns
 * @param rows each row's values by key, in the order of the body
 */
public record RandomTable(KnownColumns known, List<Map<String, JsonValue>> rows) {
  /** The column of an export without rows. */
  private static final Column WHEN_EMPTY = new Column("location_id", ColumnType.WHOLE);

  /** A table of a given number of rows; each column has values of one sort, with outliers. */
  public static RandomTable make(Random random, int rowCount) {
    List<Column> knownColumns = new ArrayList<>();
    Map<String, Integer> sorts = new LinkedHashMap<>();
    int columns = 1 + random.nextInt(6);
    for (int column = 0; column < columns; column++) {
      String name = "column " + column;
      sorts.put(name, random.nextInt(7));
      if (random.nextBoolean()) {
        ColumnType[] types = ColumnType.values();
        knownColumns.add(new Column(name, types[random.nextInt(types.length)]));
      }
    }
    knownColumns.add(WHEN_EMPTY);
    knownColumns.add(new Column("never there", ColumnType.WHOLE));
    Collections.shuffle(knownColumns, random);
    List<Map<String, JsonValue>> rows = new ArrayList<>();
    for (int row = 0; row < rowCount; row++) {
      rows.add(row(random, sorts));
    }
    return new RandomTable(new KnownColumns(knownColumns, List.of(WHEN_EMPTY)), rows);
  }

  private static Map<String, JsonValue> row(Random random, Map<String, Integer> sorts) {
    List<String> names = new ArrayList<>(sorts.keySet());
    Collections.shuffle(names, random);
    Map<String, JsonValue> row = new LinkedHashMap<>();
    for (String name : names) {
      if (random.nextInt(5) > 0) {
        row.put(
            name,
            random.nextInt(60) == 0 ? RandomJson.value(random) : value(random, sorts.get(name)));
      }
    }
    return row;
  }

  private static JsonValue value(Random random, int sort) {
    if (random.nextInt(4) == 0) {
      return JsonValue.NULL;
    }
    return switch (sort) {
      case 0 -> JsonValue.NULL;
      case 1 -> JsonValue.of(Integer.toString(random.nextInt(1000)));
      case 2 -> JsonValue.of(random.nextInt(1000) + ".25");
      case 3 -> JsonValue.of("\"2016-04-29 10:00:%02d\"".formatted(random.nextInt(60)));
      case 4 -> JsonValue.of(random.nextBoolean() ? "true" : "false");
      case 5 -> JsonValue.of("[" + random.nextInt(9) + "]");
      default -> new JsonValue(ValueKind.TEXT, RandomJson.text(random));
    };
  }

  /** The same table with its rows in another order. */
  public RandomTable shuffled(Random random) {
    List<Map<String, JsonValue>> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    return new RandomTable(known, shuffled);
  }

  /** The columns by the plain rules, by name: those that some row has. */
  public Map<String, ColumnType> plainTypes() {
    Map<String, List<JsonValue>> values = new LinkedHashMap<>();
    rows.forEach(
        row ->
            row.forEach(
                (name, value) ->
                    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value)));
    Map<String, ColumnType> types = new LinkedHashMap<>();
    values.forEach((name, column) -> types.put(name, ReferenceTyping.type(expected(name), column)));
    if (types.isEmpty()) {
      types.put(WHEN_EMPTY.name(), WHEN_EMPTY.type());
    }
    return types;
  }

  private Optional<ColumnType> expected(String name) {
    return known.ordered().stream()
        .filter(column -> column.name().equals(name))
        .map(Column::type)
        .findFirst();
  }

  /** The rows as {@link BatchText} shows them under a schema that has all their columns. */
  public List<List<String>> shown(Schema schema) {
    return rows.stream()
        .map(
            row ->
                schema.columns().stream()
                    .map(
                        column ->
                            ReferenceTyping.shown(
                                row.getOrDefault(column.name(), JsonValue.NULL), column.type()))
                    .toList())
        .toList();
  }
}
