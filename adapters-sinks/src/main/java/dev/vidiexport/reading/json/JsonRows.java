package dev.vidiexport.reading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.reading.rows.BadValueException;
import dev.vidiexport.reading.rows.ExpectedColumns;
import dev.vidiexport.reading.rows.FileProblem;
import dev.vidiexport.reading.rows.ProperText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of a file with a JSON object a line. */
final class JsonRows implements FileRows {
  private final JsonSource file;
  private final FileProblem problem;
  private final LineChunks chunks;
  private final List<NumberedColumn> columns;
  private final Schema schema;
  private final RowBatchBuilder batch;
  private final ObjectReading objects;
  private JsonParser parser;
  private boolean ended;

  /** The first piece has been read, if there is one. */
  private JsonRows(
      JsonSource file,
      LineChunks chunks,
      boolean isEmpty,
      List<NumberedColumn> columns,
      FileProblem problem)
      throws IOException {
    this.file = file;
    this.problem = problem;
    this.chunks = chunks;
    this.columns = columns;
    this.schema = ExpectedColumns.schema(columns);
    this.batch = new RowBatchBuilder(schema);
    this.objects = new ObjectReading(columns, batch);
    this.ended = isEmpty;
    this.parser = parser(chunks);
  }

  /**
   * Reads the beginning; of a file that leaves nulls out all of it, because any row may have a
   * column that those before it do not.
   *
   * @param file closed by the rows
   */
  static JsonRows begin(
      JsonSource file, boolean omitsNulls, ExpectedColumns expected, FileProblem problem)
      throws IOException {
    try {
      ObjectNames names = new ObjectNames(problem);
      if (omitsNulls) {
        LineChunks all = file.lines();
        while (all.next()) {
          names.addAll(all);
        }
      }
      LineChunks chunks = file.lines();
      boolean isEmpty = !chunks.next();
      if (!isEmpty && !omitsNulls) {
        names.addFirst(chunks);
      }
      return new JsonRows(file, chunks, isEmpty, names.columns(expected), problem);
    } catch (JsonProcessingException notJson) {
      throw problem.of("it is not JSON", notJson);
    } catch (RuntimeException damaged) {
      throw problem.of("it is not JSON", damaged);
    }
  }

  private static JsonParser parser(LineChunks chunks) throws IOException {
    return ProperText.JSON.createParser(chunks.bytes(), 0, chunks.length());
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
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
          objects.read(parser, chunks.bytes());
        } else if (token != null) {
          throw new BadValueException("there is no object");
        } else if (chunks.next()) {
          parser = parser(chunks);
        } else {
          ended = true;
        }
      }
    } catch (JsonProcessingException notJson) {
      throw failed("it is not JSON", notJson);
    } catch (BadValueException bad) {
      throw failed(String.valueOf(bad.getMessage()), bad);
    } catch (RuntimeException damaged) {
      throw failed("it is not JSON as this program writes it", damaged);
    } catch (IOException unreadable) {
      ended = true;
      throw unreadable;
    }
    return batch.batch().rows() == 0 ? Optional.empty() : Optional.of(batch.batch());
  }

  private IOException failed(String what, Exception cause) {
    ended = true;
    return problem.of("in row %s, %s".formatted(NumberText.of(objects.rows() + 1), what), cause);
  }

  @Override
  public void close() {
    ended = true;
    try {
      file.close();
    } catch (IOException alreadyRead) {
      // What was read is read; there is nothing that could be lost.
      batch.clear();
    }
  }
}
