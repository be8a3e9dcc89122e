package dev.vidiexport.sinks.batches;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Takes the fingerprint of full batches, which histories do on top of what a sink does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FingerprintBenchmark {
  private final FilledBatches batches = new FilledBatches();

  /** Looks at all rows. */
  @Benchmark
  @OperationsPerInvocation(FilledBatches.ROWS)
  public String rows() {
    RowFingerprint fingerprint =
        new RowFingerprint(
            batches.schema(), batches.schema().columns().stream().map(Column::name).toList());
    for (RowBatch batch : batches.batches()) {
      fingerprint.add(batch);
    }
    return fingerprint.hex();
  }
}
