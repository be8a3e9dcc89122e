package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Schema;
import java.util.Map;

/** Columns that have their types before any value has been seen. */
record FixedLayout(FixedColumns columns) implements ColumnLayout {
  @Override
  public DiscoveredColumn column(String key) {
    FixedColumn fixed = columns.column(key);
    return DiscoveredColumn.fixed(fixed.name(), fixed.type());
  }

  @Override
  public Schema schema(Map<String, DiscoveredColumn> found) {
    return columns.output(found.keySet());
  }
}
