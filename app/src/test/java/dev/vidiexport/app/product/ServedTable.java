package dev.vidiexport.app.product;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.http.sandbox.ServedRows;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a sandbox says it serves, as the table that an output should hold. */
final class ServedTable {
  private ServedTable() {}

  /** The rows with the columns of the catalogue that any of them has. */
  static ComparableTable of(ServedRows served, List<Column> known) {
    List<JsonObject> rows = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (String row : served) {
      JsonObject json = JsonParser.parseString(row).getAsJsonObject();
      rows.add(json);
      keys.addAll(json.keySet());
    }
    List<Column> columns = known.stream().filter(column -> keys.remove(column.name())).toList();
    if (!keys.isEmpty()) {
      throw new AssertionError("Served, but not in the catalogue: " + keys);
    }
    return new ComparableTable(
        columns.stream().map(Column::name).toList(),
        rows.stream()
            .map(
                row ->
                    columns.stream()
                        .map(column -> CanonicalValue.ofJson(row.get(column.name()), column.type()))
                        .toList())
            .toList());
  }
}
