package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.table.Schema;
import java.util.List;

/**
 * What the host gives to a sink that takes the rows of a slice. Made by the host; components may be
 * added, and the constructor of today stays.
 *
 * @param table the table that is to have the rows
 * @param slice the slice whose rows will come
 * @param columns the columns of every batch that will come, in their order there; the table may
 *     have others, and nulls in them for these rows
 * @since 0.1.0
 */
public record SliceContext(SliceTable table, Slice slice, List<SliceColumn> columns) {
  public SliceContext {
    requireNonNull(table, "table must not be null");
    requireNonNull(slice, "slice must not be null");
    columns = List.copyOf(columns);
  }

  /** The columns of every batch that will come, in order. */
  public Schema schema() {
    return new Schema(columns.stream().map(SliceColumn::column).toList());
  }
}
