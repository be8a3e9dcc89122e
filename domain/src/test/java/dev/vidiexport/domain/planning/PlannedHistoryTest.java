package dev.vidiexport.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever happens from run to run, plans lose no cell and ask for none twice. */
class PlannedHistoryTest {
  private static final long ALWAYS = 99;
  private static final LocalDate FIRST = LocalDate.of(2024, 2, 26);

  @Test
  void haveEachMissingCellInOneSliceAndNoOther() {
    Property.holds(60, random -> new Course(random).take());
  }

  /** Runs of one export, between which its sources, its columns and the topology change. */
  private static final class Course {
    private final Random random;
    private final SimulatedLedger ledger = new SimulatedLedger();
    private final WindowLength length;
    private final boolean isOfAll;
    private final Map<Long, Location> locations = new TreeMap<>();
    private final Set<Long> listed = new TreeSet<>();
    private Instant now = Instant.parse("2024-02-25T12:00:00Z");
    private int columns;

    Course(Random random) {
      this.random = random;
      this.length = random.nextBoolean() ? WindowLength.DAY : WindowLength.WEEK;
      this.isOfAll = random.nextBoolean();
      // One that is always there, so that windows are over by its clock.
      listed.add(ALWAYS);
    }

    void take() {
      for (int run = 0; run < 8; run++) {
        change();
        HistoryExport export = export();
        PlanSettings settings = settings();
        ExportPlan plan = ledger.plan(export, topology(), settings);
        checkCells(plan);
        checkOrder(plan, settings.order());
        assertThat(ledger.plan(export, topology(), settings)).isEqualTo(plan);
        ledger.run(plan, now, random);
        now = now.plus(Duration.ofHours(random.nextInt(80)));
      }
      endWell();
    }

    /** With time, and with luck, all is complete; then there is nothing to do. */
    private void endWell() {
      now = now.plus(Duration.ofDays(40));
      ExportPlan plan = ledger.plan(export(), topology(), settings());
      assertThat(plan.postponed()).isEmpty();
      ledger.runWell(plan);

      ExportPlan after = ledger.plan(export(), topology(), settings());

      assertThat(after.slices()).isEmpty();
      assertThat(after.windows().missing() + after.windows().failed()).isZero();
      assertThat(after.unlisted()).isEqualTo(plan.unlisted());
      checkNewSource();
    }

    private void checkNewSource() {
      long added = 1_000;
      listed.add(added);
      locations.put(added, PlanSamples.location(added, "2016-01-01", "0"));

      ExportPlan plan = ledger.plan(export(), topology(), settings());

      assertThat(plan.slices())
          .isNotEmpty()
          .allMatch(
              slice -> slice.key().sources().equals(SourceSet.of(SourceKind.LOCATIONS, added)));
    }

    private void change() {
      for (int change = random.nextInt(4); change > 0; change--) {
        long id = 1 + random.nextInt(12);
        switch (random.nextInt(5)) {
          case 0 -> listed.add(id);
          case 1 -> listed.remove(id);
          case 2 -> locations.remove(id);
          case 3 -> locations.putIfAbsent(id, location(id));
          default -> columns += random.nextInt(4) / 3;
        }
      }
      locations.putIfAbsent(ALWAYS, PlanSamples.location(ALWAYS, "2016-01-01", "0"));
    }

    private Location location(long id) {
      LocalDateTime creation = FIRST.minusDays(5).atStartOfDay().plusHours(random.nextInt(500));
      return PlanSamples.location(id, random.nextBoolean() ? creation.toString() : "", "0");
    }

    private HistoryExport export() {
      SourceSelection sources =
          isOfAll
              ? PlanSamples.allLocations()
              : new SourceSelection.Listed(SourceSet.of(SourceKind.LOCATIONS, List.copyOf(listed)));
      HistoryExport export =
          PlanSamples.between(
              PlanSamples.export("viewers", TimeResolution.ONE_HOUR, sources, length),
              FIRST,
              Optional.empty());
      return PlanSamples.withColumn(export, "column" + columns);
    }

    private Topology topology() {
      return PlanSamples.of(locations.values().toArray(Location[]::new));
    }

    private PlanSettings settings() {
      return new PlanSettings(
          now, Optional.empty(), Optional.empty(), PlanOrder.values()[random.nextInt(2)], false);
    }

    private void checkCells(ExportPlan plan) {
      Map<Cell, SliceKey> held = new HashMap<>();
      ledger.slices().stream()
          .filter(slice -> slice.answer().isPresent())
          .forEach(slice -> holdAll(held, slice.key()));
      Set<SliceKey> answered = new HashSet<>(held.values());
      Stream.of(
              plan.slices().stream().map(PlannedSlice::key).toList(),
              plan.postponed(),
              plan.unlisted())
          .flatMap(List::stream)
          .filter(key -> !answered.contains(key))
          .forEach(key -> holdAll(held, key));
      Set<SliceKey> retired = new HashSet<>(plan.retired());
      Set<Cell> cells = cells();

      assertThat(held.keySet()).containsAll(cells);
      assertThat(
              held.entrySet().stream()
                  .filter(cell -> !answered.contains(cell.getValue()))
                  .map(Map.Entry::getKey)
                  .collect(Collectors.toSet()))
          .isSubsetOf(cells);
      assertThat(plan.slices()).noneMatch(slice -> retired.contains(slice.key()));
      assertThat(plan.slices())
          .allMatch(slice -> slice.key().sources().ids().allMatch(locations::containsKey));
      assertThat(plan.unlisted())
          .allMatch(key -> key.sources().ids().noneMatch(locations::containsKey));
    }

    private static void holdAll(Map<Cell, SliceKey> held, SliceKey key) {
      key.sources()
          .ids()
          .forEach(id -> assertThat(held.put(new Cell(key.window(), id), key)).isNull());
    }

    /** Said once more, cell by cell. */
    private Set<Cell> cells() {
      Set<Cell> cells = new HashSet<>();
      TimeWindow window = TimeWindow.around(length, FIRST);
      while (!window.firstSecondAfter().plusHours(1).isAfter(utc())) {
        for (long id : isOfAll ? locations.keySet() : listed) {
          String creation =
              Optional.ofNullable(locations.get(id))
                  .flatMap(Location::creationDate)
                  .filter(date -> date.length() > 10)
                  .orElse("2016-01-01T00:00");
          LocalDateTime created = LocalDateTime.parse(creation);
          if (!window.firstSecondAfter().plusDays(1).isBefore(created)) {
            cells.add(new Cell(window, id));
          }
        }
        window = window.next();
      }
      return cells;
    }

    private LocalDateTime utc() {
      return LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    }

    private static void checkOrder(ExportPlan plan, PlanOrder order) {
      List<PlannedSlice> slices = new ArrayList<>(plan.slices());
      Function<PlannedSlice, Integer> rank =
          slice ->
              slice.purpose() == SlicePurpose.RESUMED
                  ? 0
                  : slice.known().flatMap(SliceRecord::failure).isPresent() ? 2 : 1;
      for (int at = 1; at < slices.size(); at++) {
        SliceKey before = slices.get(at - 1).key();
        SliceKey key = slices.get(at).key();
        int ranks = rank.apply(slices.get(at - 1)).compareTo(rank.apply(slices.get(at)));
        int windows = before.window().compareTo(key.window());
        int inOrder = order == PlanOrder.NEWEST_FIRST ? -windows : windows;
        assertThat(
                ranks < 0
                    || (ranks == 0
                        && (inOrder < 0
                            || (inOrder == 0 && before.sources().id(0) < key.sources().id(0)))))
            .as("%s before %s", before, key)
            .isTrue();
      }
    }
  }

  private record Cell(TimeWindow window, long source) {}
}
