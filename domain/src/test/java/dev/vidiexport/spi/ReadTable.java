package dev.vidiexport.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
 * <p>A column whose {@link dev.vidiexport.domain.table.ColumnMeaning} is DATE may also be read as
 * {@link LocalDate}, and one in UTC as {@link Instant}: that is what they are where a format has
 * something native for them.
 *
 * @param columns the names of the columns, in the output's order
 * @param rows the rows in the output's order, each with a value for each column
 */
public record ReadTable(List<String> columns, List<List<Object>> rows) {
  public ReadTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(ReadTable::copyWithNulls).toList();
  }

  /** A row with days as texts, and times in UTC without their zone, as batches have them. */
  static List<Object> asWritten(List<Object> row) {
    List<Object> values = new ArrayList<>();
    for (Object value : row) {
      if (value instanceof LocalDate day) {
        values.add(day.toString());
      } else if (value instanceof Instant instant) {
        values.add(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private static List<Object> copyWithNulls(List<Object> row) {
    return Collections.unmodifiableList(new ArrayList<>(row));
  }
}
