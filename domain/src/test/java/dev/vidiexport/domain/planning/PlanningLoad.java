package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Topology;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Plans many days of many locations, from slices that are made as they are looked at, as a ledger
 * makes them. Run as a process of its own where the heap is to be bounded: {@code SOURCES DAYS
 * SHAPE…}.
 */
public final class PlanningLoad {
  private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

  /** What the ledger holds. */
  public enum Shape {
    /** Nothing: all is missing. */
    EMPTY,
    /** Two slices a day, all complete. */
    PACKED,
    /** One slice a cell, all complete. */
    SINGLE,
    /** One slice a cell, all written with other columns. */
    STALE,
    /** One slice a cell, all refused a moment ago. */
    REFUSED,
    /** One slice a cell, all of which failed in the run before. */
    FAILED,
    /** One slice for every other cell, in each window of others. */
    SCATTERED,
    /** One slice a cell, all of sources that have left. */
    RETIRED
  }

  private final int sources;
  private final int days;
  private final Shape shape;
  private final Topology topology;
  private final HistoryExport export;
  private final PlanSettings settings;
  private final ExportIdentity identity;
  private final SourceSet[] singles;
  private final SourceSet[] halves;

  /** Prepares a ledger. */
  public PlanningLoad(int sources, int days, Shape shape) {
    this.sources = sources;
    this.days = days;
    this.shape = shape;
    long[] ids = LongStream.range(10_000, 10_000 + sources).toArray();
    long[] others = LongStream.of(ids).map(id -> id + sources).toArray();
    this.topology = PlanSamples.topology(shape == Shape.RETIRED ? others : ids);
    this.export =
        PlanSamples.between(
            PlanSamples.export(PlanSamples.allLocations()),
            FIRST,
            Optional.of(FIRST.plusDays(days - 1L)));
    this.settings =
        PlanSamples.settings(FIRST.plusDays(days + 1L).atStartOfDay().toInstant(ZoneOffset.UTC));
    this.identity = ExportIdentity.of(export);
    this.singles =
        LongStream.of(ids)
            .mapToObj(id -> SourceSet.of(SourceKind.LOCATIONS, id))
            .toArray(SourceSet[]::new);
    SourceSet all = SourceSet.of(SourceKind.LOCATIONS, ids);
    this.halves = new SourceSet[] {all.part(0, sources / 2), all.part(sources / 2, sources)};
  }

  /** Makes the slices and plans. */
  public ExportPlan plan() {
    HistoryPlanner planner =
        new HistoryPlanner(
            export, Optional.of(topology), UploadTimeline.EMPTY, settings, PlanSamples.CATALOGUE);
    slices(planner::add);
    return planner.plan();
  }

  private void slices(Consumer<SliceRecord> visitor) {
    for (int day = 0; day < days && shape != Shape.EMPTY; day++) {
      TimeWindow window = new TimeWindow(WindowLength.DAY, FIRST.plusDays(day));
      SourceSet[] sets = shape == Shape.PACKED ? halves : singles;
      for (int at = 0; at < sets.length; at++) {
        // Odd multipliers scatter what is missing over all windows.
        if (shape != Shape.SCATTERED || ((at * 7919 ^ day * 104_729) & 8) == 0) {
          visitor.accept(slice(new SliceKey(export.name(), window, sets[at])));
        }
      }
    }
  }

  private SliceRecord slice(SliceKey key) {
    return switch (shape) {
      case REFUSED -> failed(key, FailureKind.REQUEST_REFUSED, 1, SliceState.REFUSED);
      case FAILED -> failed(key, FailureKind.UNREACHABLE, 0, SliceState.FAILED);
      case STALE -> complete(key, "other");
      case EMPTY, PACKED, SINGLE, SCATTERED, RETIRED -> complete(key, identity.writing());
    };
  }

  private SliceRecord failed(SliceKey key, FailureKind kind, int refusals, SliceState state) {
    return new SliceRecord(
        key,
        state,
        Optional.empty(),
        Optional.of(
            new SliceFailure(
                kind, new String("It failed."), settings.asOf(), refusals, identity.asking())),
        false,
        1);
  }

  private static SliceRecord complete(SliceKey key, String writtenWith) {
    Instant moment = PlanSamples.builtAt(key);
    return new SliceRecord(
        key,
        SliceState.COMPLETE,
        Optional.of(
            new SliceAnswer(
                Optional.of(new PublishedFile("a/file", 2_400, "0".repeat(64))),
                24L * key.sources().size(),
                0,
                "0".repeat(32),
                1,
                Optional.of("2024-01-01T00:00:00"),
                moment,
                moment,
                writtenWith)),
        Optional.empty(),
        false,
        1);
  }

  /** How many cells there are. */
  public long cells() {
    return (long) sources * days;
  }

  /** Plans each shape once, and prints what came of it. */
  public static void main(String[] arguments) {
    for (int at = 2; at < arguments.length; at++) {
      Shape shape = Shape.valueOf(arguments[at]);
      PlanningLoad load =
          new PlanningLoad(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), shape);
      long begin = System.nanoTime();
      long processorBegin = processorNanos();
      ExportPlan plan = load.plan();
      Duration time = Duration.ofNanos(System.nanoTime() - begin);
      Duration processorTime = Duration.ofNanos(processorNanos() - processorBegin);
      System.out.println(
          "%s: %s cells, %s requests, %s postponed, %s retired, %s ms, of which %s on a processor"
              .formatted(
                  shape,
                  load.cells(),
                  plan.requests(),
                  plan.postponed().size(),
                  plan.retired().size(),
                  time.toMillis(),
                  processorTime.toMillis()));
    }
  }

  /** Of this thread; where others need the machine, the rest is waiting. */
  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
