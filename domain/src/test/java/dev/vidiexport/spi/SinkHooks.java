package dev.vidiexport.spi;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** What the author of a sink tells the kit, and what the kit's facts have in common. */
abstract class SinkHooks {
  @TempDir Path folder;

  private int outputs;

  /** The provider under test; a new one, or the same, each time. */
  protected abstract SinkProvider provider();

  /**
   * Reads a complete output, with another library than the one that wrote it.
   *
   * @param output the file that was written; for a sink of kind EXTERNAL, the path whose {@link
   *     #externalName} it was given
   * @param schema the columns that were written, for formats that hold fewer types
   */
  protected abstract ReadTable readBack(Path output, Schema schema) throws Exception;

  /** The options that all sinks of this kit are opened with; none unless overridden. */
  protected Map<String, String> options() {
    return Map.of();
  }

  /** Which of the format's extensions the output has; none unless overridden. */
  protected Optional<String> extension() {
    return Optional.empty();
  }

  /**
   * What a value means once the format has held it; the value itself unless overridden. Say here,
   * and only here, what the format cannot tell apart: one without JSON gives {@code value
   * instanceof JsonText json ? json.characters() : value}.
   *
   * @param type the type of the column
   * @param value never null: every format tells null from all else
   */
  protected Object meaning(ColumnType type, Object value) {
    return value;
  }

  /** What the columns are called in the output; as received unless overridden. */
  protected List<String> columnNames(List<String> received) {
    return received;
  }

  /** Whether the format can hold a text, as a value and as a name; true unless overridden. */
  protected boolean holds(String text) {
    return true;
  }

  /** Whether an output without rows still names its columns; true unless overridden. */
  protected boolean namesColumnsWithoutRows() {
    return true;
  }

  /** For sinks of kind EXTERNAL: the text of {@code --output} that leads to a path of the kit. */
  protected String externalName(Path output) {
    return output.toString();
  }

  /** For sinks of kind FILE and EXTERNAL: whether nothing is there; looks for a file by default. */
  protected boolean isAbsent(Path output) {
    return Files.notExists(output);
  }

  final SinkTrial trial() {
    return SinkTrial.of(provider(), options());
  }

  /** A path of its own for each output, in a folder of its own. */
  final Path freshOutput() throws IOException {
    outputs++;
    return Files.createDirectory(folder.resolve("output-" + outputs)).resolve("output");
  }

  final ReadTable writeAndRead(SampleTable table, int rowsPerBatch) throws Exception {
    return writeAndRead(table, rowsPerBatch, freshOutput());
  }

  final ReadTable writeAndRead(SampleTable table, int rowsPerBatch, Path output) throws Exception {
    write(trial(), table, rowsPerBatch, output);
    return readBack(output, table.schema());
  }

  final void write(SinkTrial trial, SampleTable table, int rowsPerBatch, Path output)
      throws IOException {
    if (provider().targetKind() != TargetKind.BYTES) {
      trial.write(table, rowsPerBatch, target(output));
      return;
    }
    TrialStream stream = stagedStream(output);
    try {
      trial.write(table, rowsPerBatch, new SinkTarget.Bytes(stream, extension()));
    } finally {
      stream.closeAsHost();
    }
  }

  final SinkTarget target(Path output) {
    return switch (provider().targetKind()) {
      case BYTES -> throw new IllegalStateException("a stream must be closed by who opens it");
      case FILE -> new SinkTarget.File(output);
      case EXTERNAL -> new SinkTarget.External(externalName(output));
    };
  }

  final TrialStream stagedStream(Path output) throws IOException {
    return new TrialStream(
        new BufferedOutputStream(Files.newOutputStream(output)), TrialStream.NEVER_FULL);
  }

  /** What a reader must find for a table that was written. */
  final ReadTable expected(SampleTable table) {
    List<List<Object>> rows = new ArrayList<>();
    for (List<SampleValue> row : table.rows()) {
      List<Object> values = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        Column of = table.schema().column(column);
        Object value = row.get(column).meaning(of.type());
        values.add(value == null ? null : meaning(of.type(), value));
      }
      rows.add(values);
    }
    boolean named = !rows.isEmpty() || namesColumnsWithoutRows();
    return new ReadTable(named ? columnNames(table.names()) : List.of(), rows);
  }
}
