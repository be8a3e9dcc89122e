package dev.vidiexport.domain.reporting;

import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.RowBatch;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** From which day to which rows are. For one thread. */
final class RowTimesOfFile {
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toNanos() / 1000;

  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /** Looks at the rows of a batch. */
  void add(RowMoments moments, RowBatch batch) {
    moments.read(batch);
    for (int row = 0; row < batch.rows(); row++) {
      if (moments.isTold(row)) {
        first = Math.min(first, moments.micros(row));
        last = Math.max(last, moments.micros(row));
      }
    }
  }

  Optional<LocalDate> firstDay() {
    return day(first);
  }

  Optional<LocalDate> lastDay() {
    return day(last);
  }

  private Optional<LocalDate> day(long micros) {
    return first > last
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_OF_DAY)));
  }
}
