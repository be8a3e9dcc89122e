package dev.vidiexport.app.staging;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.SinkContext;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.SinkTarget;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a sink is given that writes a file of a history. Immutable.
 *
 * @param columns those of the schema, in its order, with their numbers and keys
 */
record NumberedContext(
    SinkTarget target, Schema schema, List<NumberedColumn> columns, SinkOptions options)
    implements SinkContext {
  NumberedContext {
    columns = List.copyOf(columns);
    List<String> names = columns.stream().map(NumberedColumn::name).toList();
    if (!names.equals(schema.columns().stream().map(Column::name).toList())) {
      throw new IllegalArgumentException(
          "columns must be those of the schema, but were %s, not %s"
              .formatted(names, schema.columns()));
    }
  }

  @Override
  public OptionalInt columnNumber(int column) {
    return OptionalInt.of(columns.get(column).number());
  }

  @Override
  public String receivedName(int column) {
    return columns.get(column).key().orElse(columns.get(column).name());
  }
}
