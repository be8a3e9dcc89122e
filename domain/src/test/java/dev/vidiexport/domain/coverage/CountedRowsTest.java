package dev.vidiexport.domain.coverage;

import static dev.vidiexport.domain.coverage.CoverageSamples.text;
import static dev.vidiexport.domain.coverage.CoverageSamples.timestamp;
import static dev.vidiexport.domain.coverage.CoverageSamples.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counts made-up rows again, as plainly as can be. */
class CountedRowsTest {
  private static final Map<TimeResolution, Duration> PERIODS =
      Map.of(
          TimeResolution.FIVE_MINUTES, Duration.ofMinutes(5),
          TimeResolution.TEN_MINUTES, Duration.ofMinutes(10),
          TimeResolution.FIFTEEN_MINUTES, Duration.ofMinutes(15),
          TimeResolution.THIRTY_MINUTES, Duration.ofMinutes(30),
          TimeResolution.ONE_HOUR, Duration.ofHours(1),
          TimeResolution.ONE_DAY, Duration.ofDays(1));

  private record Row(Long place, LocalDateTime time, Long count, Long dwell) {}

  @Test
  void areCountedAsAPlainModelDoes() {
    Property.holds(
        400,
        random -> {
          TimeResolution resolution =
              List.copyOf(new TreeMap<>(PERIODS).keySet()).get(random.nextInt(PERIODS.size()));
          WindowLength length = WindowLength.values()[random.nextInt(3)];
          Optional<String> zone =
              random.nextBoolean() ? Optional.of("America/New_York") : Optional.empty();
          LocalDate day = LocalDate.of(2024, 11, 3).plusDays(random.nextInt(3) - 1);
          TimeWindow window = TimeWindow.around(length, day);
          List<Row> rows = rows(random, window, PERIODS.get(resolution));
          CountedTable table =
              CountedTable.of(
                  CoverageRules.of(
                      CoverageSamples.export("viewers", resolution, length, zone),
                      CoverageSamples.CATALOGUE),
                  window,
                  whole("location_id"),
                  timestamp("period_start"),
                  text("note"),
                  whole("watcher_count"),
                  whole("dwell_time_in_tenths_of_sec"));
          for (Row row : rows) {
            String time = row.time() == null ? null : row.time().toString();
            table.row(row.place(), time, "x", row.count(), row.dwell());
            if (random.nextInt(10) == 0) {
              table.endBatch();
            }
          }

          assertThat(table.measures().places())
              .isEqualTo(model(rows, window, PERIODS.get(resolution), zone.map(ZoneId::of)));
        });
  }

  private static List<Row> rows(Random random, TimeWindow window, Duration period) {
    long periods = Duration.ofDays(window.days()).dividedBy(period);
    // Few places and periods, so that many rows meet.
    long[] ids = {1056, 1057, 1056 + (1L << 40), -3, 0};
    List<Row> rows = new ArrayList<>();
    for (int row = random.nextInt(60); row > 0; row--) {
      LocalDateTime begin = window.firstSecond().plus(period.multipliedBy(random.nextInt(5)));
      LocalDateTime any =
          window
              .firstSecond()
              .plus(period.multipliedBy((long) (random.nextDouble() * (periods + 4)) - 2));
      LocalDateTime time = random.nextBoolean() ? begin : any;
      rows.add(
          new Row(
              random.nextInt(9) == 0 ? null : ids[random.nextInt(ids.length)],
              random.nextInt(9) == 0 ? null : time.plusSeconds(random.nextInt(2)),
              random.nextInt(3) == 0 ? (long) random.nextInt(3) : null,
              random.nextInt(3) == 0 ? (long) random.nextInt(3) : null));
    }
    return rows;
  }

  private static List<PlaceMeasure> model(
      List<Row> rows, TimeWindow window, Duration period, Optional<ZoneId> zone) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    Map<Long, Set<LocalDateTime>> seen = new HashMap<>();
    Map<Long, Set<LocalDateTime>> measured = new HashMap<>();
    for (Row row : rows) {
      if (row.place() == null) {
        continue;
      }
      counts.merge(row.place(), 1L, Long::sum);
      seen.computeIfAbsent(row.place(), key -> new HashSet<>());
      measured.computeIfAbsent(row.place(), key -> new HashSet<>());
      if (row.time() != null
          && !row.time().isBefore(window.firstSecond())
          && row.time().isBefore(window.firstSecondAfter())) {
        LocalDateTime midnight = row.time().toLocalDate().atStartOfDay();
        LocalDateTime begin =
            midnight.plus(
                period.multipliedBy(Duration.between(midnight, row.time()).dividedBy(period)));
        seen.get(row.place()).add(begin);
        if (row.count() != null || row.dwell() != null) {
          measured.get(row.place()).add(begin);
        }
      }
    }
    boolean isWeighed = period.compareTo(Duration.ofDays(1)) < 0;
    List<PlaceMeasure> measures = new ArrayList<>();
    counts.forEach(
        (place, count) -> {
          seen.get(place).removeAll(measured.get(place));
          measures.add(
              new PlaceMeasure(
                  PlaceKind.LOCATION,
                  place,
                  count,
                  OptionalLong.of(weight(measured.get(place), zone.filter(known -> isWeighed))),
                  OptionalLong.of(weight(seen.get(place), zone.filter(known -> isWeighed)))));
        });
    return measures;
  }

  private static long weight(Set<LocalDateTime> begins, Optional<ZoneId> zone) {
    return begins.stream()
        .mapToLong(
            begin -> zone.map(known -> known.getRules().getValidOffsets(begin).size()).orElse(1))
        .sum();
  }
}
