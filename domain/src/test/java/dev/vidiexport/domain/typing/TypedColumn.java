package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.BatchText;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One column, found out and filled as the export does it, for tests. */
record TypedColumn(ColumnType type, List<String> values) {
  private static final String NAME = "metric";

  static TypedColumn of(Optional<ColumnType> expected, List<JsonValue> values) {
    SchemaDiscovery discovery = new SchemaDiscovery(known(expected), 10);
    int column = discovery.column(NAME);
    values.forEach(value -> observe(discovery, column, value));
    Schema schema = discovery.schema();
    RowBatchBuilder batch = new RowBatchBuilder(schema);
    for (JsonValue value : values) {
      observe(discovery, column, value);
      if (!discovery.store(batch, 0)) {
        throw new AssertionError(value + " does not fit " + schema);
      }
      batch.endRow();
    }
    List<String> shown = new ArrayList<>();
    BatchText.rows(batch.batch()).forEach(shown::addAll);
    return new TypedColumn(schema.column(0).type(), shown);
  }

  private static KnownColumns known(Optional<ColumnType> expected) {
    Column location = new Column("location_id", ColumnType.WHOLE);
    List<Column> ordered =
        expected.map(type -> List.of(location, new Column(NAME, type))).orElse(List.of(location));
    return new KnownColumns(ordered, List.of(location));
  }

  static void observe(SchemaDiscovery discovery, int column, JsonValue value) {
    // An array that is larger than the value, as a reader's is.
    byte[] utf8 = ("#" + value.characters() + "#").getBytes(UTF_8);
    discovery.observe(column, value.kind(), utf8, 1, utf8.length - 2);
  }
}
