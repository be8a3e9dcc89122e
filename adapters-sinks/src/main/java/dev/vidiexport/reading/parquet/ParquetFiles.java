package dev.vidiexport.reading.parquet;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Opens Parquet files, as the format {@code parquet} writes them, with any of its options. */
public final class ParquetFiles {
  private ParquetFiles() {}

  /**
   * Opens a file.
   *
   * @throws IOException as {@link dev.vidiexport.domain.port.RowFileReader#open} says
   */
  public static FileRows open(Path file, List<NumberedColumn> columns) throws IOException {
    FileProblem problem = new FileProblem(file);
    FileChannel channel;
    try {
      channel = FileChannel.open(file);
    } catch (IOException unreadable) {
      throw problem.unreadable(unreadable);
    }
    try {
      return ParquetRows.begin(channel, new ExpectedColumns(columns), problem);
    } catch (IOException | RuntimeException unreadable) {
      channel.close();
      throw unreadable;
    }
  }
}
