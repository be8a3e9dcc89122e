package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Daypart;
import dev.vidiexport.domain.report.GroupFigures;
import dev.vidiexport.domain.report.HoursOfDay;
import dev.vidiexport.domain.rows.PlaceIds;
import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.table.Schema;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts the rows of batches that have the same columns. For one thread. */
public final class RowCounting {
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toNanos() / 1000;
  private static final long MICROS_OF_HOUR = Duration.ofHours(1).toNanos() / 1000;
  private static final String LOCATION = "location_id";
  private static final Daypart[] PART_OF_HOUR =
      IntStream.range(0, HoursOfDay.COUNT).mapToObj(Daypart::of).toArray(Daypart[]::new);

  private final AudienceCounter counter;
  private final int input;
  private final RowMetrics metrics;
  private final RowMoments moments;
  private final PlaceIds placeIds;
  private final NameColumns names;
  private final CountKind[] kinds;
  private final RowNumbers[] counts;
  private final RowRate[] rates;
  private final long firstDay;
  private final long microsOfPeriod;
  private final boolean hasHours;
  private final boolean hasGroups;
  private final boolean areViewers;
  private long[] ids = new long[0];
  private boolean[] isNamed = new boolean[0];

  RowCounting(AudienceCounter counter, int input, List<String> keys, Schema schema) {
    this.counter = counter;
    this.input = input;
    RowShape shape = counter.shape();
    metrics = new RowMetrics(shape, keys, schema);
    moments = new RowMoments(keys, schema);
    int location = keys.indexOf(LOCATION);
    if (location < 0 || !moments.canTell()) {
      throw new ExportException(
          FailureReason.REPORT_NOT_POSSIBLE,
          "The rows of %s have no %s, without which there is no report."
              .formatted(shape.type().dataType(), location < 0 ? LOCATION : "period_start"));
    }
    placeIds = new PlaceIds(location, schema.column(location).type());
    names = NameColumns.of(keys, schema);
    kinds = counter.kinds().toArray(CountKind[]::new);
    Map<CountKind, RowNumbers> numbers = metrics.counts();
    counts =
        Arrays.stream(kinds)
            .map(kind -> numbers.getOrDefault(kind, RowNumbers.NONE))
            .toArray(RowNumbers[]::new);
    rates = metrics.rates().toArray(RowRate[]::new);
    firstDay = counter.firstDay().toEpochDay();
    microsOfPeriod = MICROS_OF_DAY / shape.periodsOfDay();
    hasHours = shape.hasHours();
    hasGroups = metrics.haveGroups() && (shape.grouped() || !shape.hasPeriods());
    areViewers = shape.type() == AudienceType.VIEWERS;
    counter.seeColumns(hasGroups, !names.siteId().isMissing());
  }

  /**
   * Counts rows; the batch is only read.
   *
   * @throws ExportException {@code REPORT_NOT_POSSIBLE} when they cannot be counted
   */
  public void add(RowBatch batch) {
    int rows = batch.rows();
    if (rows > ids.length) {
      ids = new long[rows];
      isNamed = new boolean[rows];
    }
    placeIds.read(batch, ids, isNamed);
    moments.read(batch);
    metrics.read(batch);
    long counted = 0;
    long untold = 0;
    for (int row = 0; row < rows; row++) {
      if (!moments.isTold(row) || !isNamed[row]) {
        untold++;
      } else if (add(batch, row, moments.micros(row))) {
        counted++;
      }
    }
    counter.count(counted, untold, rows - counted - untold);
  }

  /** Whether the row is of the span. */
  private boolean add(RowBatch batch, int row, long micros) {
    long dayOfEpoch = Math.floorDiv(micros, MICROS_OF_DAY);
    long day = dayOfEpoch - firstDay;
    if (day < 0 || day >= counter.days()) {
      return false;
    }
    PlaceTally place = counter.place(ids[row]);
    long microsInDay = micros - dayOfEpoch * MICROS_OF_DAY;
    if (counter.shape().hasPeriods()) {
      place.see(input, (int) day, (int) (microsInDay / microsOfPeriod));
    } else {
      place.see(input, micros);
    }
    add(batch, row, place, (int) day, microsInDay);
    return true;
  }

  private void add(RowBatch batch, int row, PlaceTally place, int day, long microsInDay) {
    int hour = (int) (microsInDay / MICROS_OF_HOUR);
    if (metrics.isMeasured(batch, row)) {
      place.chunk(day).measure(day & DayChunk.DAYS - 1, (int) (microsInDay / microsOfPeriod));
      if (hasHours) {
        counter.hours().measure(day, hour);
      }
    }
    if (!names.areMissing()) {
      place.names().see(names, batch, row, day);
    }
    addCounts(row, place, day, hour);
    addRates(row, place, day);
    if (areViewers) {
      addViewers(row, hour);
    }
  }

  private void addCounts(int row, PlaceTally place, int day, int hour) {
    for (int kind = 0; kind < counts.length; kind++) {
      RowNumbers numbers = counts[kind];
      if (numbers.isPresent(row)) {
        double number = numbers.value(row);
        place.chunk(day).add(kind, day & DayChunk.DAYS - 1, hour, number);
        if (hasHours) {
          counter.hours().add(kind, day, hour, number);
        }
        counter.see(kinds[kind]);
      }
    }
  }

  private void addRates(int row, PlaceTally place, int day) {
    for (RowRate rate : rates) {
      if (rate.isPresent(row)) {
        double numerator = rate.numerator().value(row);
        double denominator = rate.denominator().value(row);
        place.rates().add(rate.kind(), 0, numerator, denominator);
        counter.ratesOfDays().add(rate.kind(), day, numerator, denominator);
      }
    }
  }

  private void addViewers(int row, int hour) {
    GroupTally groups = counter.groups();
    int age = hasGroups ? GroupTally.code(metrics.ages(), row, GroupFigures.AGES) : 0;
    for (RowRate rate : rates) {
      if (rate.isPresent(row)) {
        groups.addRate(
            rate.kind(),
            age,
            PART_OF_HOUR[hour],
            rate.numerator().value(row),
            rate.denominator().value(row));
      }
    }
    RowNumbers watchers = counts[0];
    if (hasGroups && watchers.isPresent(row)) {
      int gender = GroupTally.code(metrics.genders(), row, GroupFigures.GENDERS);
      groups.addWatchers(gender, age, PART_OF_HOUR[hour], watchers.value(row));
    }
    if (!counter.shape().hasPeriods() && metrics.dwellTimes().isPresent(row)) {
      groups.addDwell(metrics.dwellTimes().value(row));
    }
  }
}
