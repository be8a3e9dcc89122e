package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.HoursOfDay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** What the cameras of a place counted together, from the rows of one data type. For one thread. */
final class PlaceReckoning {
  private final AudienceCounter counter;
  private final SpanDays spanDays;
  private final int offset;
  private final List<PlaceTally> cameras = new ArrayList<>();
  private final CameraCombination combination;

  PlaceReckoning(
      AudienceCounter counter,
      SpanDays spanDays,
      CameraGroup group,
      CameraCombination combination) {
    this.counter = counter;
    this.spanDays = spanDays;
    this.offset = spanDays.indexOf(counter.firstDay());
    this.combination = combination;
    for (long location : group.locations()) {
      PlaceTally camera = counter.find(location);
      if (camera != null) {
        cameras.add(camera);
      }
    }
  }

  /** Whether any of them has rows. */
  boolean hasRows() {
    return !cameras.isEmpty();
  }

  /** A count, day by day. */
  DayCounts counts(CountKind kind) {
    int index = counter.kinds().indexOf(kind);
    DayCounts counts = new DayCounts(spanDays.count());
    for (int day = 0; day < counter.days(); day++) {
      ExactSums sum = new ExactSums(1);
      for (PlaceTally camera : cameras) {
        DayChunk chunk = camera.known(day);
        if (chunk != null) {
          chunk.addCount(index, day & DayChunk.DAYS - 1, sum, 0);
        }
      }
      if (sum.isPresent(0)) {
        counts.add(day + offset, sum.value(0) / divisor(index, day));
      }
    }
    return counts;
  }

  /** A count in each hour of a day; empty where nothing was counted. */
  OptionalDouble[] hours(CountKind kind, int day) {
    int index = counter.kinds().indexOf(kind);
    int ownDay = day - offset;
    ExactSums sums = new ExactSums(HoursOfDay.COUNT);
    for (PlaceTally camera : cameras) {
      DayChunk chunk = camera.known(ownDay);
      for (int hour = 0; chunk != null && hour < HoursOfDay.COUNT; hour++) {
        chunk.addHour(index, ownDay & DayChunk.DAYS - 1, hour, sums, hour);
      }
    }
    int divisor = divisor(index, ownDay);
    return IntStream.range(0, HoursOfDay.COUNT)
        .mapToObj(
            hour ->
                sums.isPresent(hour)
                    ? OptionalDouble.of(sums.value(hour) / divisor)
                    : OptionalDouble.empty())
        .toArray(OptionalDouble[]::new);
  }

  /** How many cameras counted a kind on a day, when they are averaged. */
  private int divisor(int kind, int day) {
    int counting = 0;
    for (PlaceTally camera : cameras) {
      DayChunk chunk = camera.known(day);
      counting += chunk != null && chunk.hasCount(kind, day & DayChunk.DAYS - 1) ? 1 : 0;
    }
    return combination == CameraCombination.SUM ? 1 : Math.max(1, counting);
  }

  /** How many cameras measured on a day, when they are averaged. */
  private int measuring(int day) {
    return combination == CameraCombination.SUM
        ? 1
        : (int) Math.max(1, cameras.stream().filter(camera -> camera.measured(day) > 0).count());
  }

  /** How many periods of all its cameras were measured from a day on and before another. */
  long measured(int from, int until) {
    long measured = 0;
    int first = Math.max(0, from - offset);
    int end = Math.min(counter.days(), until - offset);
    for (PlaceTally camera : cameras) {
      for (int day = first; day < end; day++) {
        measured += counter.measured(camera, day);
      }
    }
    return measured;
  }

  /** How many hours these are; of the mean camera where cameras are averaged. */
  double measuredHours() {
    double hours = 0;
    for (int day = 0; day < counter.days(); day++) {
      long measured = measured(day + offset, day + offset + 1);
      if (measured > 0) {
        hours += measured * counter.shape().hours(counter.date(day)) / measuring(day);
      }
    }
    return hours;
  }

  /** Adds the sums of the rates of all its cameras. */
  void addRates(RateSums to, int place) {
    cameras.forEach(camera -> to.addAll(place, camera.rates(), 0));
  }
}
