package dev.vidiexport.app.tables;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.spi.SliceColumn;
import java.util.List;

/** The columns of a history as a database is told them. */
final class SliceColumns {
  private SliceColumns() {}

  static List<SliceColumn> of(List<NumberedColumn> columns) {
    return columns.stream()
        .map(column -> new SliceColumn(column.number(), column.inFiles()))
        .toList();
  }
}
