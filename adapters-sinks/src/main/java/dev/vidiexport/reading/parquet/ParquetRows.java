package dev.vidiexport.reading.parquet;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.reading.rows.BadValueException;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file. Holds a page of each column, with its dictionary. */
final class ParquetRows implements FileRows {
  private final FileChannel file;
  private final FileFooter footer;
  private final List<NumberedColumn> columns;
  private final FileProblem problem;
  private final Iterator<BlockMetaData> groups;
  private final Schema schema;
  private final RowBatchBuilder batch;
  private @Nullable RowGroupRows group;
  private long rows;
  private boolean ended;

  private ParquetRows(
      FileChannel file, FileFooter footer, List<NumberedColumn> columns, FileProblem problem) {
    this.file = file;
    this.footer = footer;
    this.columns = columns;
    this.problem = problem;
    this.groups = footer.metadata().getBlocks().iterator();
    this.schema = ExpectedColumns.schema(columns);
    this.batch = new RowBatchBuilder(schema);
  }

  /**
   * Reads the footer.
   *
   * @param file closed by the rows
   */
  static ParquetRows begin(FileChannel file, ExpectedColumns expected, FileProblem problem)
      throws IOException {
    try {
      FileFooter footer = FileFooter.read(file);
      return new ParquetRows(
          file,
          footer,
          ColumnMatching.match(footer.metadata().getFileMetaData(), expected),
          problem);
    } catch (UnreadableFileException damaged) {
      throw problem.of(String.valueOf(damaged.getMessage()), damaged);
    } catch (IOException | RuntimeException damaged) {
      // Parquet tells of a broken footer in exceptions of many kinds.
      throw problem.of("its footer is damaged", damaged);
    }
  }

  /**
   * Reads the footer of a file that says itself what it has.
   *
   * @param file closed by the rows
   */
  static ParquetRows begin(FileChannel file, FileProblem problem) throws IOException {
    try {
      FileFooter footer = FileFooter.read(file);
      List<NumberedColumn> described = ColumnMatching.describe(footer.metadata().getFileMetaData());
      return begin(file, new ExpectedColumns(described), problem);
    } catch (UnreadableFileException damaged) {
      throw problem.of(String.valueOf(damaged.getMessage()), damaged);
    } catch (RuntimeException damaged) {
      throw problem.of("its footer is damaged", damaged);
    }
  }

  /** What was written into the footer beside the columns. */
  Map<String, String> notes() {
    return footer.metadata().getFileMetaData().getKeyValueMetaData();
  }

  @Override
  public List<NumberedColumn> columns() {
    return columns;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Optional<RowBatch> next() throws IOException {
    batch.clear();
    try {
      while (!ended && !batch.isFull()) {
        RowGroupRows current = group;
        if (current != null && !current.isAtEnd()) {
          current.putInto(batch);
          rows++;
        } else if (groups.hasNext()) {
          group = open(groups.next());
        } else {
          ended = true;
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw failed(String.valueOf(unreadable.getMessage()), unreadable);
    } catch (UnreadableFileException | BadValueException damaged) {
      throw failed(String.valueOf(damaged.getMessage()), damaged);
    } catch (RuntimeException damaged) {
      // Parquet tells of broken pages in exceptions of many kinds.
      throw failed("a page is damaged", damaged);
    }
    return batch.batch().rows() == 0 ? Optional.empty() : Optional.of(batch.batch());
  }

  private RowGroupRows open(BlockMetaData next) {
    return RowGroupRows.open(
        file,
        next,
        footer.metadata().getFileMetaData().getSchema(),
        footer.metadata().getFileMetaData().getCreatedBy(),
        columns);
  }

  private IOException failed(String what, RuntimeException cause) {
    ended = true;
    return problem.of("behind row %s, %s".formatted(NumberText.of(rows), what), cause);
  }

  @Override
  public void close() {
    ended = true;
    try {
      file.close();
    } catch (IOException alreadyRead) {
      // What was read is read; there is nothing that could be lost.
      group = null;
    }
  }
}
