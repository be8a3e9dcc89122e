package dev.vidiexport.reading.parquet;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.OpenedRowFile;
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
    return open(
        file,
        (channel, problem) -> ParquetRows.begin(channel, new ExpectedColumns(columns), problem));
  }

  /**
   * Opens a file that says itself what it has.
   *
   * @throws IOException as {@link dev.vidiexport.domain.port.RowFiles#open} says
   */
  public static OpenedRowFile open(Path file) throws IOException {
    ParquetRows rows = open(file, ParquetRows::begin);
    try {
      return new OpenedRowFile(
          rows,
          rows.columns().stream().map(NumberedColumn::received).toList(),
          FooterNotes.request(rows.notes()),
          FooterNotes.creationDate(rows.notes()));
    } catch (IOException unreadable) {
      rows.close();
      throw new FileProblem(file).of("its footer does not tell what was asked for", unreadable);
    }
  }

  /** How the rows of an open file begin. */
  private interface Beginning {
    ParquetRows of(FileChannel file, FileProblem problem) throws IOException;
  }

  private static ParquetRows open(Path file, Beginning beginning) throws IOException {
    FileProblem problem = new FileProblem(file);
    FileChannel channel;
    try {
      channel = FileChannel.open(file);
    } catch (IOException unreadable) {
      throw problem.unreadable(unreadable);
    }
    try {
      return beginning.of(channel, problem);
    } catch (IOException | RuntimeException unreadable) {
      channel.close();
      throw unreadable;
    }
  }
}
