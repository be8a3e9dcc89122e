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
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** What the last plan says, how many slices of it were queued, and what is left of these. */
  private List<ExportPlan> planned = List.of();

  private Map<String, Long> listed = Map.of();
  private final Deque<PlannedSlice> queue = new ArrayDeque<>();

  /** What was queued of exports that have been given up since. */
  private final List<PlannedSlice> skipped = new ArrayList<>();

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
    planned = plan(topology);
    queue.clear();
    skipped.clear();
    HistoryPlan asked = asked();
    listed = countByExport(asked.slices());
    queue.addAll(asked.slices());
    listener.onPlan(asked.requests());
    boolean isPart = asked.requests() > queue.size();
    while (!queue.isEmpty() && mayBegin()) {
      if (time.elapsed().compareTo(until) >= 0) {
        return true;
      }
      ask(queue.getFirst());
    }
    return isPart && mayBegin();
  }

  private List<ExportPlan> plan(Topology topology) {
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
    return plan.exports();
  }

  /** Told with the first plan: what no request can name stays so. */
  private void tellUnaskable(ExportPlan export) {
    if (planned.isEmpty() && !export.unaskable().isEmpty()) {
      listener.onWarning(
          "%s: VidiCenter lists %s that no request can name, the first of which is %s."
              .formatted(
                  export.export().name(),
                  NumberText.counted(export.unaskable().size(), "id"),
                  export.unaskable().get(0)));
    }
  }

  /** What was given up must not take the places of what can still be asked for. */
  private HistoryPlan asked() {
    return HistoryPlan.of(
        planned.stream().filter(export -> !isGivenUp(export)).toList(), settings.order());
  }

  private boolean isGivenUp(ExportPlan export) {
    return halvings.isGivenUp(export.export().name());
  }

  private static Map<String, Long> countByExport(List<PlannedSlice> slices) {
    return slices.stream()
        .collect(Collectors.groupingBy(slice -> slice.key().export(), Collectors.counting()));
  }

  private boolean mayBegin() {
    return streak.mayBegin()
        && settings.longest().filter(longest -> time.elapsed().compareTo(longest) >= 0).isEmpty();
  }

  private void ask(PlannedSlice slice) {
    SliceKey key = slice.key();
    ExportSlices export = requireNonNull(exports.get(key.export()));
    SliceResult result = export.ask(slice);
    results.called(export.takeCalls());
    if (result instanceof SliceResult.Unanswered unanswered) {
      unanswered(slice, export, unanswered);
    } else {
      ended(slice);
      streak.answered();
      results.answered(key, result);
      listener.onResult(key, result);
      halve(halvings.answered(key));
    }
  }

  /** Asking for it has come to its end: it counts by its result, and not with what is left. */
  private void ended(PlannedSlice slice) {
    queue.removeFirst();
    tried.add(slice.key());
  }

  private void unanswered(
      PlannedSlice slice, ExportSlices export, SliceResult.Unanswered unanswered) {
    ExportException failure = unanswered.failure();
    SliceVerdict verdict = SliceFailureRules.verdict(failure.reason());
    if (verdict == SliceVerdict.ENDS_RUN) {
      throw failure;
    }
    SliceKey key = slice.key();
    ended(slice);
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
    if (halvings.isGivenUp(key.export())) {
      skip(key.export());
    }
  }

  private void skip(String export) {
    queue.stream().filter(slice -> slice.key().export().equals(export)).forEach(skipped::add);
    queue.removeIf(slice -> slice.key().export().equals(export));
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

  /**
   * What is left by the last plan counts, and is told; to be called once, when no round follows.
   *
   * @param isEnded whether the sync has to end before its time
   */
  void tellRest(boolean isEnded) {
    exports.values().forEach(export -> results.called(export.takeCalls()));
    String reason = isEnded ? "the run ended early" : reasonToBeginNone();
    queue.forEach(slice -> results.left(slice.key(), "not asked for: " + reason));
    new UnaskedRest(results, listed).tell(planned, skipped, this::isGivenUp);
  }

  private String reasonToBeginNone() {
    return streak.mayBegin() ? "the time of this run was over" : "VidiCenter could not be reached";
  }
}
