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
import dev.vidiexport.domain.text.NumberText;
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
  private static final String GIVEN_UP = "not asked for: both halves of another slice were refused";
  private static final String POSTPONED = "not asked for again yet: its time has not come";
  private static final String NOT_LISTED = "VidiCenter does not list all of these sources";

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
  private final Deque<PlannedSlice> queue = new ArrayDeque<>();
  private Optional<HistoryPlan> lastPlan = Optional.empty();

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
    lastPlan = Optional.of(plan);
    queue.clear();
    queue.addAll(plan.slices());
    listener.onPlan(plan.requests());
    while (!queue.isEmpty() && mayBegin()) {
      if (time.elapsed().compareTo(until) >= 0) {
        return true;
      }
      ask(queue.element());
    }
    return mayBegin() && plan.requests() > plan.slices().size();
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
      tellUnaskable(export);
      ports.ledger().noteRetired(name, export.retired());
      ports.ledger().forget(name, export.dropped());
    }
    return plan;
  }

  /** Told with the first plan: what no request can name stays so. */
  private void tellUnaskable(ExportPlan export) {
    if (lastPlan.isEmpty() && !export.unaskable().isEmpty()) {
      listener.onWarning(
          "%s: VidiCenter lists %s that no request can name, the first of which is %s."
              .formatted(
                  export.export().name(),
                  NumberText.counted(export.unaskable().size(), "id"),
                  export.unaskable().get(0)));
    }
  }

  private boolean mayBegin() {
    return streak.mayBegin()
        && settings.longest().filter(longest -> time.elapsed().compareTo(longest) >= 0).isEmpty();
  }

  /** A slice stays the first of the queue until it has ended: where the sync ends, it is left. */
  private void ask(PlannedSlice slice) {
    SliceKey key = slice.key();
    if (halvings.isGivenUp(key.export())) {
      end(key);
      results.refusedUnasked(key, GIVEN_UP);
      return;
    }
    ExportSlices export = requireNonNull(exports.get(key.export()));
    SliceResult result = export.ask(slice);
    results.called(export.takeCalls());
    if (result instanceof SliceResult.Unanswered unanswered) {
      unanswered(slice, export, unanswered);
    } else {
      end(key);
      streak.answered();
      results.answered(key, result);
      listener.onResult(key, result);
      halve(halvings.answered(key));
    }
  }

  private void end(SliceKey key) {
    queue.remove();
    tried.add(key);
  }

  private void unanswered(
      PlannedSlice slice, ExportSlices export, SliceResult.Unanswered unanswered) {
    ExportException failure = unanswered.failure();
    SliceVerdict verdict = SliceFailureRules.verdict(failure.reason());
    if (verdict == SliceVerdict.ENDS_RUN) {
      throw failure;
    }
    SliceKey key = slice.key();
    end(key);
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
    halve(halves);
  }

  /** Halves come next, in their order. */
  private void halve(List<SliceHalves> halves) {
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

  /** Counts what is left, once the sync has ended, however it did. */
  void tellRest() {
    exports.values().forEach(export -> results.called(export.takeCalls()));
    lastPlan.ifPresent(this::tellRest);
  }

  private void tellRest(HistoryPlan plan) {
    String reason =
        streak.mayBegin()
            ? "not asked for: this run ended before"
            : "not asked for: VidiCenter could not be reached";
    for (PlannedSlice slice : queue) {
      SliceKey key = slice.key();
      if (halvings.isGivenUp(key.export())) {
        results.refusedUnasked(key, GIVEN_UP);
      } else {
        results.remaining(key, reason);
      }
    }
    plan.exports().forEach(export -> tellRest(plan, export));
  }

  private void tellRest(HistoryPlan plan, ExportPlan export) {
    String name = export.export().name();
    long listed = plan.slices().stream().filter(slice -> slice.key().export().equals(name)).count();
    long unlisted = export.requests() - listed;
    if (halvings.isGivenUp(name)) {
      results.refusedUnlisted(name, unlisted);
    } else {
      results.remainingUnlisted(name, unlisted);
    }
    export.postponed().forEach(key -> results.remaining(key, POSTPONED));
    export.unlisted().forEach(key -> results.refusedUnasked(key, NOT_LISTED));
  }
}
