package dev.vidiexport.sinks.excerpt;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/**
 * The pages of one row group, all of them in memory.
 *
 * @param pages by the path of their column
 * @param rows how many rows the group has
 */
record RowGroupPages(Map<List<String>, ColumnPages> pages, long rows) implements PageReadStore {
  static RowGroupPages read(RandomAccessFile file, BlockMetaData block) throws IOException {
    Map<List<String>, ColumnPages> pages = new HashMap<>();
    for (ColumnChunkMetaData column : block.getColumns()) {
      byte[] bytes = new byte[Math.toIntExact(column.getTotalSize())];
      file.seek(column.getStartingPos());
      file.readFully(bytes);
      pages.put(
          List.of(column.getPath().toArray()),
          ColumnPages.unpack(bytes, column.getCodec(), column.getValueCount()));
    }
    return new RowGroupPages(pages, block.getRowCount());
  }

  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    ColumnPages found = pages.get(List.of(column.getPath()));
    if (found == null) {
      throw new IllegalArgumentException("The row group has no column " + column);
    }
    return found;
  }

  @Override
  public long getRowCount() {
    return rows;
  }
}
