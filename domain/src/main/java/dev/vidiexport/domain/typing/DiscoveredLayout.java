package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns whose types follow from their values: those known first, then the others. */
final class DiscoveredLayout implements ColumnLayout {
  private final KnownColumns known;
  private final Map<String, ColumnType> expectedTypes = new HashMap<>();
  private final Set<String> orderedNames = new HashSet<>();

  DiscoveredLayout(KnownColumns known) {
    this.known = known;
    known.typedByName().forEach(this::expect);
    known.ordered().forEach(this::expect);
    known.ordered().forEach(column -> orderedNames.add(column.name()));
  }

  private void expect(Column column) {
    expectedTypes.put(column.name(), column.type());
  }

  @Override
  public DiscoveredColumn column(String key) {
    return DiscoveredColumn.found(key, expectedTypes.get(key));
  }

  @Override
  public Schema schema(Map<String, DiscoveredColumn> found) {
    List<Column> columns = new ArrayList<>();
    for (Column expected : known.ordered()) {
      DiscoveredColumn column = found.get(expected.name());
      if (column != null) {
        columns.add(column.column());
      }
    }
    for (Map.Entry<String, DiscoveredColumn> column : found.entrySet()) {
      if (!orderedNames.contains(column.getKey())) {
        columns.add(column.getValue().column());
      }
    }
    return new Schema(columns.isEmpty() ? known.whenEmpty() : columns);
  }
}
