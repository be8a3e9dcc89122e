package dev.vidiexport.reading.parquet;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.reading.rows.ValueKind;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/** The rows of one row group. Not thread-safe. */
final class RowGroupRows {
  private final ColumnCells[] columns;
  private long rowsLeft;

  private RowGroupRows(ColumnCells[] columns, long rows) {
    this.columns = columns;
    this.rowsLeft = rows;
  }

  /** Opens a row group: reads the first page of every column. */
  static RowGroupRows open(
      FileChannel file,
      BlockMetaData group,
      MessageType schema,
      String createdBy,
      List<NumberedColumn> columns) {
    Map<List<String>, ColumnPages> pages = new HashMap<>();
    for (ColumnChunkMetaData column : group.getColumns()) {
      pages.put(List.of(column.getPath().toArray()), new ColumnPages(file, column));
    }
    ColumnReadStoreImpl readers =
        new ColumnReadStoreImpl(
            new Pages(pages, group.getRowCount()), new NoConversion(schema), schema, createdBy);
    ColumnCells[] cells = new ColumnCells[columns.size()];
    for (int column = 0; column < cells.length; column++) {
      ColumnDescriptor descriptor = schema.getColumns().get(column);
      cells[column] =
          ColumnCells.of(
              ValueKind.of(columns.get(column)), readers.getColumnReader(descriptor), column);
    }
    return new RowGroupRows(cells, group.getRowCount());
  }

  boolean isAtEnd() {
    return rowsLeft == 0;
  }

  /** Puts the next row. */
  void putInto(RowBatchBuilder batch) {
    for (ColumnCells column : columns) {
      column.putInto(batch);
    }
    batch.endRow();
    rowsLeft--;
  }

  private record Pages(Map<List<String>, ColumnPages> byPath, long rows) implements PageReadStore {
    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
      ColumnPages found = byPath.get(List.of(column.getPath()));
      if (found == null) {
        throw new UnreadableFileException("a row group does not have every column");
      }
      return found;
    }

    @Override
    public long getRowCount() {
      return rows;
    }
  }
}
