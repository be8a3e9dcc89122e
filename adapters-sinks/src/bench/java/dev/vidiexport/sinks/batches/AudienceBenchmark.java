package dev.vidiexport.sinks.batches;

import dev.vidiexport.domain.audience.AudienceCounter;
import dev.vidiexport.domain.audience.AudienceType;
import dev.vidiexport.domain.audience.RowCounting;
import dev.vidiexport.domain.audience.RowShape;
import dev.vidiexport.domain.report.ReportSpan;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Counts rows of 200 cameras and a year, in no order, with names, for a report. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AudienceBenchmark {
  private static final int BATCHES = 8;
  private static final int ROWS = BATCHES * RowBatchBuilder.MAX_ROWS;
  private static final int LOCATIONS = 200;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final Schema SCHEMA =
      Schema.of(
          new Column("location_id", ColumnType.WHOLE),
          new Column("period_start", ColumnType.TIMESTAMP),
          new Column("watcher_count", ColumnType.WHOLE),
          new Column("dwell_time_in_tenths_of_sec", ColumnType.WHOLE),
          new Column("attention_time_in_tenths_of_sec", ColumnType.WHOLE),
          new Column("gender", ColumnType.WHOLE),
          new Column("age", ColumnType.WHOLE),
          new Column("location_label", ColumnType.TEXT),
          new Column("site_id", ColumnType.WHOLE),
          new Column("site_label", ColumnType.TEXT));

  private final List<RowBatch> batches = batches();
  private final RowCounting counting =
      new AudienceCounter(
              new RowShape(AudienceType.VIEWERS, TimeResolution.ONE_HOUR, true),
              ReportSpan.ofDays(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)),
              false,
              false)
          .rows(SCHEMA.columns().stream().map(Column::name).toList(), SCHEMA);

  private static List<RowBatch> batches() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, BATCHES).mapToObj(batch -> filled(random)).toList();
  }

  private static RowBatch filled(SplittableRandom random) {
    RowBatchBuilder builder = new RowBatchBuilder(SCHEMA);
    while (!builder.isFull()) {
      int location = 1 + random.nextInt(LOCATIONS);
      builder.putLong(0, location);
      builder.putTimestamp(1, BEGIN.plusHours(random.nextInt(365 * 24)));
      builder.putLong(2, random.nextInt(100));
      builder.putLong(3, random.nextInt(10_000));
      builder.putLong(4, random.nextInt(3_000));
      builder.putLong(5, random.nextInt(3));
      builder.putLong(6, random.nextInt(5));
      builder.putText(7, "Gare du Nord – Screen " + location);
      builder.putLong(8, 1 + location / 4);
      builder.putText(9, "Gare du Nord");
      builder.endRow();
    }
    return builder.batch();
  }

  /** Counts them. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public RowCounting count() {
    batches.forEach(counting::add);
    return counting;
  }
}
