package dev.vidiexport.sinks.parquet;

import dev.vidiexport.sinks.batches.FilledBatches;
import dev.vidiexport.sinks.batches.ToNowhere;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writes full batches as Parquet, to nowhere. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ParquetSinkBenchmark {
  private final FilledBatches batches = new FilledBatches();
  private final ParquetSinkProvider provider = new ParquetSinkProvider();

  /** Writes all rows. */
  @Benchmark
  @OperationsPerInvocation(FilledBatches.ROWS)
  public void rows() throws IOException {
    ToNowhere.write(provider, batches);
  }
}
