package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataColumn;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reckons how many rows sources will bring: at first by what is known of the data type, later from
 * what they brought in the past. For one thread.
 *
 * <p>What a day of one source brings is its mean in all answers; a request may hold no more sources
 * than fit if the day is twice as busy. Who is wrong pays with a request that has to be halved.
 */
final class RowReckoning {
  /** Three genders, five ages (VidiCenter data export, Types of data). */
  private static final int ROWS_OF_GROUPED_PERIOD = 15;

  /** Viewers before one camera in a day, as long as nothing is known: a busy place. */
  private static final long FINEST_ROWS_OF_DAY = 5_000;

  /** As long as fewer days are known, an odd one could stand for all. */
  private static final long DAYS_TO_LEARN = 7;

  private static final int BUSY_DAY = 2;

  /** Columns of which each value has a row of its own in a period. */
  private static final Set<String> MANIFOLD = Set.of("content_id", "gate_id", "zone_id", "product");

  private final RequestTemplate template;
  private final boolean isManifold;
  private long sourceDays;
  private long rows;
  private long sentRows;
  private long bytes;
  private long files;
  private long days;

  RowReckoning(RequestTemplate template, DataCatalogue catalogue) {
    this.template = template;
    Optional<DataType> type = catalogue.find(template.dataType());
    this.isManifold =
        type.isEmpty()
            || type.get().columns().stream().map(DataColumn::name).anyMatch(MANIFOLD::contains);
  }

  /**
   * Takes an answer into account.
   *
   * @param ofSourceDays sources of the slice × days of its window
   */
  void learn(SliceAnswer answer, long ofSourceDays) {
    sourceDays += ofSourceDays;
    rows += answer.rows();
    sentRows += answer.rows() + answer.droppedRows();
    if (answer.file().isPresent()) {
      PublishedFile file = answer.file().get();
      bytes += file.bytes();
      files++;
    }
  }

  /** Takes into account that so many days more have answers. */
  void learnDays(int more) {
    days += more;
  }

  /** How many sources one request may ask for, by their rows; at least 1. */
  int mostSources(int daysOfWindow) {
    long limit = template.timeResolution().rowLimit() - 1;
    double most = limit / Math.max(rowsOfSource(daysOfWindow), 1e-9);
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(most)));
  }

  private double rowsOfSource(int daysOfWindow) {
    double byType = rowsByType(daysOfWindow);
    double learnt = sourceDays == 0 ? 0 : BUSY_DAY * daysOfWindow * (double) sentRows / sourceDays;
    if (days < DAYS_TO_LEARN) {
      return isExact() ? byType : Math.max(byType, learnt);
    }
    return isExact() ? Math.min(byType, learnt) : learnt;
  }

  /** Whether no source can bring more than the type says. */
  private boolean isExact() {
    return template.timeResolution().isAggregated() && !isManifold;
  }

  private double rowsByType(int daysOfWindow) {
    if (!template.timeResolution().isAggregated()) {
      return (double) FINEST_ROWS_OF_DAY * daysOfWindow;
    }
    int rowsOfPeriod = template.groupByDemographics() ? ROWS_OF_GROUPED_PERIOD : 1;
    return (double) rowsOfPeriod * periods(template.timeResolution(), daysOfWindow);
  }

  private static long periods(TimeResolution resolution, int days) {
    return switch (resolution) {
      case FINEST -> throw new IllegalArgumentException("the finest rows have no periods");
      case FIVE_MINUTES -> perDay(Duration.ofMinutes(5)) * days;
      case TEN_MINUTES -> perDay(Duration.ofMinutes(10)) * days;
      case FIFTEEN_MINUTES -> perDay(Duration.ofMinutes(15)) * days;
      case THIRTY_MINUTES -> perDay(Duration.ofMinutes(30)) * days;
      case ONE_HOUR -> perDay(Duration.ofHours(1)) * days;
      case ONE_DAY -> days;
      case SEVEN_DAYS, THIRTY_DAYS, ONE_MONTH -> 1;
    };
  }

  private static long perDay(Duration period) {
    return Duration.ofDays(1).dividedBy(period);
  }

  /** How many rows to expect of so many days of sources; empty without a past. */
  OptionalLong rows(long ofSourceDays) {
    return expected(rows, ofSourceDays);
  }

  /**
   * How large the files of so many days of sources will be; empty without a past, and where rows
   * are kept in tables.
   */
  OptionalLong bytes(long ofSourceDays) {
    return files == 0 && rows > 0 ? OptionalLong.empty() : expected(bytes, ofSourceDays);
  }

  private OptionalLong expected(long past, long ofSourceDays) {
    return sourceDays == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round((double) past / sourceDays * ofSourceDays));
  }

  /** How large a file is on average; empty where there is none. */
  OptionalLong meanFileBytes() {
    return files == 0 ? OptionalLong.empty() : OptionalLong.of(bytes / files);
  }
}
