package dev.vidiexport.reading.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.reading.rows.BadValueException;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The rows of a CSV file. */
final class CsvRows implements FileRows {
  /** The longest field, and its line is not much longer. */
  private static final int MOST_CHARACTERS_OF_FIELD = 16 * 1024 * 1024;

  private final FileProblem problem;
  private final CsvText text;
  private final CsvCells cells;
  private final CloseableIterator<Boolean> batches;
  private List<NumberedColumn> columns = List.of();
  private boolean ended;

  private CsvRows(CsvText text, char delimiter, FileProblem problem) {
    this.problem = problem;
    this.text = text;
    this.cells = new CsvCells();
    this.batches =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(MOST_CHARACTERS_OF_FIELD)
            .build(cells, text)
            .iterator();
  }

  static CsvRows open(Path file, char delimiter, ExpectedColumns expected, FileProblem problem)
      throws IOException {
    CsvText text = CsvText.open(file, expected, problem);
    CsvRows rows = new CsvRows(text, delimiter, problem);
    try {
      rows.readHeader(expected);
      return rows;
    } catch (IOException | RuntimeException unreadable) {
      rows.close();
      throw unreadable;
    }
  }

  private void readHeader(ExpectedColumns expected) throws IOException {
    if (!advance()) {
      throw problem.of("it is empty, and not even a header is there");
    }
    columns = expected.named(cells.header(), problem);
    cells.begin(columns);
  }

  @Override
  public List<NumberedColumn> columns() {
    return columns;
  }

  @Override
  public Schema schema() {
    return ExpectedColumns.schema(columns);
  }

  @Override
  public Optional<RowBatch> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    cells.clear();
    if (!advance()) {
      ended = true;
      text.requireEndOfLine(problem);
    }
    RowBatch batch = cells.batch();
    return batch.rows() == 0 ? Optional.empty() : Optional.of(batch);
  }

  /** Reads on until there is a header or a full batch; false at the end. */
  private boolean advance() throws IOException {
    try {
      boolean more = batches.hasNext();
      if (more) {
        batches.next();
      }
      return more;
    } catch (RuntimeException failure) {
      ended = true;
      throw told(failure);
    }
  }

  private IOException told(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadValueException bad) {
        return problem.of("in line %s, %s".formatted(line(), bad.getMessage()), failure);
      }
      if (cause instanceof CharacterCodingException) {
        return problem.of("behind line %s, it is not UTF-8".formatted(line()), failure);
      }
      if (cause instanceof IOException unreadable) {
        return problem.of(
            "behind line %s, %s".formatted(line(), FileProblem.reason(unreadable)), failure);
      }
    }
    return problem.of("in line %s, it is not CSV, or cut".formatted(line()), failure);
  }

  private String line() {
    return NumberText.of(cells.line());
  }

  @Override
  public void close() {
    text.close();
  }
}
