package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.PlaceTimeline;
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
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
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
 * another, and what is under way goes on from one to the next. For the thread of the sync.
 */
final class SyncRounds implements SliceCalls.Events {
  private final SyncPorts ports;
  private final LockedLedger ledger;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final DataCatalogue catalogue;
  private final Pacer time;
  private final SyncResultBuilder results;
  private final Map<String, ExportSlices> exports = new HashMap<>();
  private final Set<SliceKey> tried = new HashSet<>();
  private final RunHalvings halvings = new RunHalvings();
  private final UnreachableStreak streak = new UnreachableStreak();
  private final LostRows lostRows;
  private final SliceCalls calls;
  private final DueWaits dueWaits;

  /** What the last plan says, how many slices of it were queued, and what is left of these. */
  private List<ExportPlan> planned = List.of();

  private Map<String, Long> listed = Map.of();
  private final Deque<PlannedSlice> queue = new ArrayDeque<>();

  /** How many slices the last plan has that it does not list. */
  private long unlisted;

  /** What was queued of exports that have been given up since. */
  private final List<PlannedSlice> skipped = new ArrayList<>();

  /** A slice that has failed, as long as the ledger does not know. */
  private Optional<PlannedSlice> unsettled = Optional.empty();

  /** What was under way when all had to end. */
  private final List<PlannedSlice> cut = new ArrayList<>();

  private boolean isWaitTold;
  private boolean isEnding;

  SyncRounds(
      SyncPorts ports,
      LockedLedger ledger,
      SyncSettings settings,
      SyncListener listener,
      DataCatalogue catalogue,
      Pacer time,
      CancellableSteps steps,
      SyncResultBuilder results) {
    this.ports = ports;
    this.ledger = ledger;
    this.settings = settings;
    this.listener = listener;
    this.catalogue = catalogue;
    this.time = time;
    this.results = results;
    this.dueWaits = new DueWaits(ports.clock(), settings.waitsForDue());
    this.calls = new SliceCalls(ports, settings.slicePolicy(), time, steps, this);
    PublicationTurns turns = new PublicationTurns();
    this.lostRows = new LostRows(ledger, ports.store(), ports.clock(), turns);
    for (HistoryExport export : settings.exports()) {
      exports.put(
          export.name(),
          new ExportSlices(export, ports, ledger, turns, settings, listener, catalogue));
    }
  }

  /**
   * Asks for slices, several at a time.
   *
   * @param until when it is time to plan anew, in the time of the sync
   * @return whether there is more to do, by a new plan; slices may be under way then
   * @throws ExportException when the sync must end
   */
  boolean run(Topology topology, Duration until) {
    planned = plan(topology);
    queue.clear();
    skipped.clear();
    HistoryPlan asked = asked();
    listed = countByExport(asked.slices());
    queue.addAll(asked.slices());
    unlisted = asked.requests() - queue.size();
    listener.onPlan(asked.requests());
    while (!isOver(until)) {
      tellWaiting();
      calls.step(!queue.isEmpty() && mayBegin() && dueWaits.isOver(queue.getFirst()));
      listener.onProgress(progress());
    }
    return mayBegin() && !isWaitInVain() && (unlisted > 0 || !queue.isEmpty());
  }

  /** What is not due yet stands last, so that only it is left then. */
  private void tellWaiting() {
    if (!isWaitTold && mayBegin() && !queue.isEmpty() && !dueWaits.isOver(queue.getFirst())) {
      isWaitTold = true;
      listener.onWaiting(queue.getLast().notBefore().orElseThrow(), queue.size());
    }
  }

  /** What becomes due when no slice may begin any more is left to the next run. */
  private boolean isWaitInVain() {
    return !queue.isEmpty()
        && settings
            .longest()
            .filter(
                longest ->
                    time.elapsed().plus(dueWaits.left(queue.getFirst())).compareTo(longest) >= 0)
            .isPresent()
        && !dueWaits.isOver(queue.getFirst());
  }

  /** When there is more to begin by another plan, nobody waits for what is under way. */
  private boolean isOver(Duration until) {
    if (!mayBegin() || (queue.isEmpty() && unlisted == 0) || isWaitInVain()) {
      return !calls.areUnderWay();
    }
    return queue.isEmpty() || time.elapsed().compareTo(until) >= 0;
  }

  private SyncProgress progress() {
    return new SyncProgress(
        results.answered(),
        results.unanswered(),
        calls.building(),
        calls.fetching(),
        queue.size() + unlisted,
        results.calls(),
        time.elapsed());
  }

  private List<ExportPlan> plan(Topology topology) {
    PlaceTimeline places = places();
    exports.values().forEach(export -> export.learn(topology, places));
    Set<SliceKey> begun = new HashSet<>(tried);
    begun.addAll(calls.keys());
    Instant now = ports.clock().now();
    PlanSettings planSettings =
        new PlanSettings(
            now,
            settings.start(),
            settings.end(),
            settings.order(),
            dueWaits.until(now),
            settings.retryRefused(),
            begun);
    HistoryPlan plan =
        HistoryPlanning.plan(
            ledger, settings.exports(), Optional.of(topology), planSettings, catalogue);
    for (ExportPlan export : plan.exports()) {
      String name = export.export().name();
      tellUnaskable(export);
      ledger.noteRetired(name, export.retired());
      lostRows.remove(export.export(), export.dropped());
      ledger.forget(name, export.dropped());
    }
    return plan.exports();
  }

  /** Only what is added to rows needs to know what places once were. */
  private PlaceTimeline places() {
    PlaceTimeline places = new PlaceTimeline();
    if (settings.exports().stream().anyMatch(export -> !export.additions().isEmpty())) {
      ledger.topologyChanges(places::add);
    }
    return places;
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

  @Override
  public PlannedSlice next() {
    return queue.getFirst();
  }

  @Override
  public SliceUnderWay begin(PlannedSlice slice, VidiCenter vidiCenter, Runnable whenReady) {
    SliceUnderWay begun = export(slice.key()).begin(slice, vidiCenter, whenReady);
    queue.removeFirst();
    return begun;
  }

  private ExportSlices export(SliceKey key) {
    return requireNonNull(exports.get(key.export()));
  }

  @Override
  public void held(String reason) {
    listener.onHeld(reason);
  }

  @Override
  public void called(int made) {
    results.called(made);
  }

  @Override
  public void ended(PlannedSlice slice, SliceResult result) {
    SliceKey key = slice.key();
    if (result instanceof SliceResult.Unanswered unanswered) {
      unanswered(slice, unanswered);
    } else {
      tried.add(key);
      streak.answered();
      results.answered(key, result);
      listener.onResult(key, result);
      halve(halvings.answered(key));
      skipIfGivenUp(key.export());
    }
  }

  private void unanswered(PlannedSlice slice, SliceResult.Unanswered unanswered) {
    ExportException failure = unanswered.failure();
    SliceVerdict verdict = SliceFailureRules.verdict(failure.reason());
    if (isEnding || verdict == SliceVerdict.ENDS_RUN) {
      left(slice);
    } else {
      failed(slice, unanswered, verdict);
    }
    if (!isEnding && verdict == SliceVerdict.ENDS_RUN) {
      throw failure;
    }
  }

  /** It stays under way in the ledger, and is the first that the next run asks for. */
  @Override
  public void left(PlannedSlice slice) {
    cut.add(slice);
  }

  private void failed(PlannedSlice slice, SliceResult.Unanswered unanswered, SliceVerdict verdict) {
    SliceKey key = slice.key();
    ExportException failure = unanswered.failure();
    unsettled = Optional.of(slice);
    tried.add(key);
    streak.failed(failure.kind());
    List<SliceHalves> halves = halvings.failed(key, slice.divisible(), failure.reason());
    if (halves.stream().noneMatch(half -> half.whole().equals(key))) {
      export(key).fail(slice, failure, verdict);
      if (verdict == SliceVerdict.REFUSED) {
        results.refused(key, failure.failure());
      } else {
        results.failed(key, failure.failure());
      }
      unsettled = Optional.empty();
      listener.onResult(key, unanswered);
    } else {
      listener.onHalved(key, unanswered);
    }
    halve(halves);
    unsettled = Optional.empty();
    skipIfGivenUp(key.export());
  }

  /** Halves of what was under way then are skipped as all others are. */
  private void skipIfGivenUp(String export) {
    if (halvings.isGivenUp(export)) {
      queue.stream().filter(slice -> slice.key().export().equals(export)).forEach(skipped::add);
      queue.removeIf(slice -> slice.key().export().equals(export));
    }
  }

  /** Halves come next, in their order. */
  private void halve(List<SliceHalves> halves) {
    for (int index = halves.size() - 1; index >= 0; index--) {
      SliceHalves half = halves.get(index);
      lostRows.remove(export(half.whole()).export(), List.of(half.whole()));
      ledger.noteHalved(half.whole(), half.first(), half.second());
      results.halved(half.whole());
      queue.addFirst(half(half.second()));
      queue.addFirst(half(half.first()));
    }
  }

  private static PlannedSlice half(SliceKey key) {
    return new PlannedSlice(key, SlicePurpose.MISSING, Optional.empty(), key.sources().size() > 1);
  }

  /**
   * Ends what is under way. What is left then, and by the last plan, counts, and is told; to be
   * called once, when no round follows.
   *
   * @param isEarly whether the sync has to end before its time
   * @throws ExportException when what ended meanwhile could not be noted
   */
  void end(boolean isEarly) {
    isEnding = true;
    try {
      calls.end();
    } finally {
      unsettled.ifPresent(cut::add);
      String reason = isEarly ? "the run ended early" : reasonToBeginNone();
      cut.forEach(slice -> results.left(slice.key(), "not finished: the run ended early"));
      // What is not due yet has what it should have.
      queue.stream()
          .filter(dueWaits::isOver)
          .forEach(slice -> results.left(slice.key(), "not asked for: " + reason));
      new UnaskedRest(results, listed, dueWaits::isOver).tell(planned, skipped, this::isGivenUp);
    }
  }

  /** Tells once of each export what a user must know of what was added to its rows. */
  void tellOfAdditions() {
    for (HistoryExport export : settings.exports()) {
      requireNonNull(exports.get(export.name()))
          .notesOfAdditions()
          .forEach(sentence -> listener.onWarning("%s: %s".formatted(export.name(), sentence)));
    }
  }

  private String reasonToBeginNone() {
    return streak.mayBegin() ? "the time of this run was over" : "VidiCenter could not be reached";
  }
}
