package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceHalves;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.HistoryPlan;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.planning.RunHalvings;
import dev.vidiexport.domain.planning.SliceFailureRules;
import dev.vidiexport.domain.planning.SlicePurpose;
import dev.vidiexport.domain.planning.SliceVerdict;
import dev.vidiexport.domain.planning.UnreachableStreak;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for the slices of a sync, plan after plan. What was tried in one round is not tried in
 * another.
 */
final class SyncRounds {
  private final SyncPorts ports;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final DataCatalogue catalogue;
  private final Pacer time;
  private final SyncResultBuilder results;
  private final Map<String, ExportSlices> exports = new HashMap<>();
  private final Set<SliceKey> tried = new HashSet<>();
  private final RunHalvings halvings = new RunHalvings();
  private final UnreachableStreak streak = new UnreachableStreak();

  SyncRounds(
      SyncPorts ports,
      SyncSettings settings,
      SyncListener listener,
      DataCatalogue catalogue,
      Pacer time,
      CancellableStep steps,
      SyncResultBuilder results) {
    this.ports = ports;
    this.settings = settings;
    this.listener = listener;
    this.catalogue = catalogue;
    this.time = time;
    this.results = results;
    for (HistoryExport export : settings.exports()) {
      exports.put(
          export.name(), new ExportSlices(export, ports, settings, listener, catalogue, steps));
    }
  }

  /**
   * Asks for one slice after the other.
   *
   * @param until when it is time to plan anew, in the time of the sync
   * @return whether there is more to do, by a new plan
   * @throws ExportException when the sync must end
   */
  boolean run(Topology topology, Duration until) {
    HistoryPlan plan = plan(topology);
    listener.onPlan(plan.requests());
    Deque<PlannedSlice> queue = new ArrayDeque<>(plan.slices());
    boolean isPart = plan.requests() > queue.size();
    while (!queue.isEmpty() && mayBegin()) {
      if (time.elapsed().compareTo(until) >= 0) {
        return true;
      }
      ask(queue.remove(), queue);
    }
    if (isPart && mayBegin()) {
      return true;
    }
    tellRest(plan, queue);
    return false;
  }

  private HistoryPlan plan(Topology topology) {
    PlanSettings planSettings =
        new PlanSettings(
            ports.clock().now(),
            settings.start(),
            settings.end(),
            settings.order(),
            settings.retryRefused(),
            tried);
    HistoryPlan plan =
        HistoryPlanning.plan(
            ports.ledger(), settings.exports(), Optional.of(topology), planSettings, catalogue);
    for (ExportPlan export : plan.exports()) {
      String name = export.export().name();
      ports.ledger().noteRetired(name, export.retired());
      ports.ledger().forget(name, export.dropped());
    }
    return plan;
  }

  private boolean mayBegin() {
    return streak.mayBegin()
        && settings.longest().filter(longest -> time.elapsed().compareTo(longest) >= 0).isEmpty();
  }

  private void ask(PlannedSlice slice, Deque<PlannedSlice> queue) {
    SliceKey key = slice.key();
    if (halvings.isGivenUp(key.export())) {
      results.refusedUnasked(key, "both halves of another slice were refused");
      tried.add(key);
      return;
    }
    ExportSlices export = requireNonNull(exports.get(key.export()));
    SliceResult result = export.ask(slice);
    tried.add(key);
    results.called(export.takeCalls());
    if (result instanceof SliceResult.Unanswered unanswered) {
      unanswered(slice, export, unanswered, queue);
    } else {
      streak.answered();
      results.answered(key, result);
      listener.onResult(key, result);
      halve(halvings.answered(key), queue);
    }
  }

  private void unanswered(
      PlannedSlice slice,
      ExportSlices export,
      SliceResult.Unanswered unanswered,
      Deque<PlannedSlice> queue) {
    ExportException failure = unanswered.failure();
    SliceVerdict verdict = SliceFailureRules.verdict(failure.reason());
    if (verdict == SliceVerdict.ENDS_RUN) {
      throw failure;
    }
    SliceKey key = slice.key();
    streak.failed(failure.kind());
    List<SliceHalves> halves = halvings.failed(key, slice.divisible(), failure.reason());
    if (halves.stream().noneMatch(half -> half.whole().equals(key))) {
      export.fail(slice, failure, verdict);
      if (verdict == SliceVerdict.REFUSED) {
        results.refused(key, failure.failure());
      } else {
        results.failed(key, failure.failure());
      }
      listener.onResult(key, unanswered);
    } else {
      listener.onHalved(key, unanswered);
    }
    halve(halves, queue);
  }

  /** Halves come next, in their order. */
  private void halve(List<SliceHalves> halves, Deque<PlannedSlice> queue) {
    for (int index = halves.size() - 1; index >= 0; index--) {
      SliceHalves half = halves.get(index);
      ports.ledger().noteHalved(half.whole(), half.first(), half.second());
      results.halved(half.whole());
      queue.addFirst(half(half.second()));
      queue.addFirst(half(half.first()));
    }
  }

  private static PlannedSlice half(SliceKey key) {
    return new PlannedSlice(key, SlicePurpose.MISSING, Optional.empty(), key.sources().size() > 1);
  }

  /** What is left counts, and is told. */
  private void tellRest(HistoryPlan plan, Deque<PlannedSlice> queue) {
    String reason =
        streak.mayBegin()
            ? "not asked for: the time of this run is over"
            : "not asked for: VidiCenter could not be reached";
    for (PlannedSlice slice : queue) {
      if (halvings.isGivenUp(slice.key().export())) {
        results.refusedUnasked(slice.key(), "both halves of another slice were refused");
      } else {
        results.remaining(slice.key(), reason);
      }
    }
    for (ExportPlan export : plan.exports()) {
      String name = export.export().name();
      long listed =
          plan.slices().stream().filter(slice -> slice.key().export().equals(name)).count();
      results.remaining(name, export.requests() - listed);
      export
          .postponed()
          .forEach(
              key -> results.remaining(key, "not asked for again yet, because it was refused"));
      export
          .unlisted()
          .forEach(key -> results.refusedUnasked(key, "VidiCenter does not list these sources"));
    }
  }
}
