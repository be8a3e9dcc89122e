package dev.vidiexport.sinks.batches;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A ring of full batches of aggregated viewers, as a run hands them to its sink. Immutable. */
public final class FilledBatches {
  /** How many rows all batches hold together. */
  public static final int ROWS = 8 * RowBatchBuilder.MAX_ROWS;

  private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 0, 0);
  private static final Schema SCHEMA =
      Schema.of(
          new Column("location_id", ColumnType.WHOLE),
          new Column("period_start", ColumnType.TIMESTAMP),
          new Column("period_start_date", ColumnType.TEXT),
          new Column("watcher_count", ColumnType.WHOLE),
          new Column("dwell_time_in_tenths_of_sec", ColumnType.WHOLE),
          new Column("attention_time_in_tenths_of_sec", ColumnType.WHOLE),
          new Column("conversion_ratio", ColumnType.DECIMAL));

  private final List<RowBatch> batches;

  /** Fills the batches, the same way every time. */
  public FilledBatches() {
    SplittableRandom random = new SplittableRandom(1);
    batches =
        IntStream.range(0, ROWS / RowBatchBuilder.MAX_ROWS)
            .mapToObj(batch -> filled(batch, random))
            .toList();
  }

  private static RowBatch filled(int batch, SplittableRandom random) {
    RowBatchBuilder builder = new RowBatchBuilder(SCHEMA);
    for (int row = 0; !builder.isFull(); row++) {
      LocalDateTime hour = BEGIN.plusHours(row);
      builder.putLong(0, 1000 + batch);
      builder.putTimestamp(1, hour);
      builder.putText(2, hour.toLocalDate().toString());
      builder.putLong(3, random.nextInt(100));
      builder.putLong(4, random.nextInt(10_000));
      builder.putLong(5, random.nextInt(3_000));
      builder.putDouble(6, Double.parseDouble("0." + random.nextInt(10, 10_000)));
      builder.endRow();
    }
    return builder.batch();
  }

  /** The columns of all batches. */
  public Schema schema() {
    return SCHEMA;
  }

  /** The batches. */
  public List<RowBatch> batches() {
    return batches;
  }
}
