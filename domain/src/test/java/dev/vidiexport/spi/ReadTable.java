package dev.vidiexport.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an output holds, as another program reads it. Immutable.
 *
 * <p>A value is null, or what its column's type means: a {@link Long} for WHOLE, a {@link Double}
 * for DECIMAL, a {@link Boolean} for BOOLEAN, a {@link java.time.LocalDateTime} for TIMESTAMP, a
 * {@link JsonText} for NESTED, and for TEXT a {@link String}, or a {@link JsonText} where the value
 * came bare. A format that cannot tell these apart says so in {@link SinkContract#meaning}.
 *
 * @param columns the names of the columns, in the output's order
 * @param rows the rows in the output's order, each with a value for each column
 */
public record ReadTable(List<String> columns, List<List<Object>> rows) {
  public ReadTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(ReadTable::copyWithNulls).toList();
  }

  private static List<Object> copyWithNulls(List<Object> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }
}
