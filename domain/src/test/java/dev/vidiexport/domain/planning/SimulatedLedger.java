package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceHalves;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** What a ledger knows of one export, while runs go as chance has it. */
final class SimulatedLedger {
  private final TreeMap<SliceKey, SliceRecord> slices =
      new TreeMap<>(
          Comparator.comparing(SliceKey::window)
              .thenComparing(key -> key.sources().id(0))
              .thenComparing(key -> key.sources().text()));

  Collection<SliceRecord> slices() {
    return slices.values();
  }

  ExportPlan plan(HistoryExport export, Topology topology, PlanSettings settings) {
    HistoryPlanner planner =
        new HistoryPlanner(
            export, Optional.of(topology), UploadTimeline.EMPTY, settings, PlanSamples.CATALOGUE);
    slices.values().forEach(planner::add);
    return planner.plan();
  }

  /** Asks for all that is planned; all have an answer. */
  void runWell(ExportPlan plan) {
    plan.slices().forEach(slice -> answer(plan.export(), slice.key()));
  }

  /** Asks for a part of what is planned, and something happens to each slice. */
  void run(ExportPlan plan, Instant at, Random random) {
    if (random.nextBoolean()) {
      plan.dropped().forEach(slices::remove);
    }
    for (PlannedSlice slice : plan.slices()) {
      if (random.nextInt(4) == 0) {
        continue;
      }
      SliceRecord known = slice.known().orElse(PlanSamples.noted(slice.key(), false));
      switch (random.nextInt(5)) {
        case 0 -> fail(plan.export(), known, at, random);
        case 1 ->
            put(
                new SliceRecord(
                    known.key(), known.state(), known.answer(), known.failure(), true, 1));
        case 2 -> halve(slice);
        default -> answer(plan.export(), slice.key());
      }
    }
  }

  private void answer(HistoryExport export, SliceKey key) {
    put(PlanSamples.complete(export, key));
  }

  private void fail(HistoryExport export, SliceRecord known, Instant at, Random random) {
    int refusals =
        random.nextBoolean() ? 0 : known.failure().map(SliceFailure::refusals).orElse(0) + 1;
    FailureKind kind =
        refusals > 0
            ? FailureKind.REQUEST_REFUSED
            : random.nextBoolean() ? FailureKind.EXPORT_FAILED : FailureKind.UNREACHABLE;
    SliceFailure failure =
        new SliceFailure(kind, "It failed.", at, refusals, ExportIdentity.of(export).asking());
    SliceState state = refusals > 0 ? SliceState.REFUSED : SliceState.FAILED;
    put(
        new SliceRecord(
            known.key(),
            known.answer().isPresent() ? SliceState.COMPLETE : state,
            known.answer(),
            Optional.of(failure),
            false,
            1));
  }

  private void halve(PlannedSlice slice) {
    if (slice.divisible()) {
      SliceHalves halves = SliceHalves.of(slice.key());
      slices.remove(halves.whole());
      put(PlanSamples.noted(halves.first(), false));
      put(PlanSamples.noted(halves.second(), false));
    }
  }

  private void put(SliceRecord slice) {
    slices.put(slice.key(), slice);
  }
}
