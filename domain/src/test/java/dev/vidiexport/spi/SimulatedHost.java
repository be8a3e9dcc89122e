package dev.vidiexport.spi;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays the host for the facts: gives sinks a place to write to, rows to write, and an end. */
abstract class SimulatedHost extends SinkHooks {
  private int outputs;

  final SinkTrial trial() {
    return SinkTrial.of(provider(), options());
  }

  final boolean writesTo(TargetKind kind) {
    return provider().targetKind() == kind;
  }

  /** A path of its own for each output, in a folder of its own. */
  final Path freshOutput() throws IOException {
    outputs++;
    return Files.createDirectory(folder.resolve("output-" + outputs)).resolve("output");
  }

  /** A place at a path of the kit, as the host prepares it for the sink's kind. */
  final TrialTarget place(Path output) throws IOException {
    return TrialTarget.of(provider().targetKind(), output, extension(), externalName(output));
  }

  /** A place that is a stream. */
  final SinkTarget.Bytes target(TrialStream stream) {
    return new SinkTarget.Bytes(stream, extension());
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
    try (TrialTarget place = place(output)) {
      trial.write(table, rowsPerBatch, place.target());
    }
  }

  /** What a reader must find for a table that was written. */
  final ReadTable expected(SampleTable table) {
    List<List<Object>> rows =
        table.rows().stream().map(row -> expected(table.schema(), row)).toList();
    boolean named = !rows.isEmpty() || namesColumnsWithoutRows();
    return new ReadTable(named ? columnNames(table.names()) : List.of(), rows);
  }

  /** What a reader must find for one row. */
  final List<Object> expected(Schema schema, List<SampleValue> row) {
    List<Object> values = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      Column of = schema.column(column);
      Object value = row.get(column).meaning(of.type());
      values.add(value == null ? null : meaning(of.type(), value));
    }
    return values;
  }
}
