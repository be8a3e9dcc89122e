package dev.vidiexport.reading;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.sinks.batches.FilledBatches;
import dev.vidiexport.sinks.batches.ToNowhere;
import dev.vidiexport.sinks.csv.CsvSinkProvider;
import dev.vidiexport.sinks.json.JsonLinesSinkProvider;
import dev.vidiexport.sinks.parquet.ParquetSinkProvider;
import dev.vidiexport.spi.SinkProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads a file of aggregated viewers back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReadingBenchmark {
  private static final List<SinkProvider> PROVIDERS =
      List.of(new CsvSinkProvider(), new JsonLinesSinkProvider(), new ParquetSinkProvider());

  /** The name of a format. */
  @Param({"csv", "jsonl", "parquet"})
  public String format = "csv";

  private final List<NumberedColumn> columns = new ArrayList<>();
  private Path file = Path.of("");

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    FilledBatches rows = new FilledBatches();
    for (Column column : rows.schema().columns()) {
      columns.add(
          new NumberedColumn(columns.size() + 1, column.name(), column.name(), column.type()));
    }
    file = Files.createTempFile("vidiexport-bench", "." + format);
    try (OutputStream stream = Files.newOutputStream(file)) {
      ToNowhere.write(
          PROVIDERS.stream()
              .filter(provider -> provider.format().equals(format))
              .findFirst()
              .orElseThrow(),
          rows,
          stream);
    }
  }

  /** Removes it. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(file);
  }

  /** Reads all rows. */
  @Benchmark
  @OperationsPerInvocation(FilledBatches.ROWS)
  public long rows() throws IOException {
    long rows = 0;
    try (FileRows open =
        new BuiltInFileReader().open(file, new FileFormat(format, Map.of()), columns)) {
      for (Optional<RowBatch> next = open.next(); next.isPresent(); next = open.next()) {
        rows += next.get().rows();
      }
    }
    return rows;
  }
}
