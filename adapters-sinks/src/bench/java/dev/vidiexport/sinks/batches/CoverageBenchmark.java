package dev.vidiexport.sinks.batches;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.CoverageCounter;
import dev.vidiexport.domain.coverage.CoverageRules;
import dev.vidiexport.domain.coverage.SliceMeasures;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.RowBatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts what full batches measure, which histories do on top of what a sink does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class CoverageBenchmark {
  private static final TimeWindow MONTH =
      TimeWindow.around(WindowLength.MONTH, LocalDate.of(2024, 1, 1));

  private final FilledBatches batches = new FilledBatches();
  private final CoverageRules rules =
      CoverageRules.of(
          new HistoryExport(
              "viewers_hourly",
              new RequestTemplate(
                  "viewers",
                  TimeResolution.ONE_HOUR,
                  false,
                  List.of(),
                  Optional.empty(),
                  Optional.empty()),
              new SourceSelection.All(SourceKind.LOCATIONS),
              WindowLength.MONTH,
              MONTH.firstDay(),
              Optional.empty(),
              7,
              "parquet",
              Map.of(),
              Map.of(),
              Optional.empty()),
          DataCatalogue.documented());
  private final List<NumberedColumn> columns =
      IntStream.range(0, batches.schema().size()).mapToObj(this::numbered).toList();

  private NumberedColumn numbered(int index) {
    Column column = batches.schema().column(index);
    return new NumberedColumn(index + 1, column.name(), column.name(), column.type());
  }

  /** Looks at all rows. */
  @Benchmark
  @OperationsPerInvocation(FilledBatches.ROWS)
  public SliceMeasures rows() {
    CoverageCounter counter = rules.counter(MONTH, columns, batches.schema());
    for (RowBatch batch : batches.batches()) {
      counter.add(batch);
    }
    return counter.measures();
  }
}
