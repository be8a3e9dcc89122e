package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.history.SyncSchedule.Death;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.NoListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.sync.HistoryChecks;
import dev.vidiexport.domain.sync.SliceResult;
import dev.vidiexport.domain.sync.SyncHistory;
import dev.vidiexport.domain.sync.SyncListener;
import dev.vidiexport.domain.sync.SyncPorts;
import dev.vidiexport.domain.sync.SyncProgress;
import dev.vidiexport.domain.sync.SyncResult;
import dev.vidiexport.domain.sync.SyncSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One sync, from the lock of its target to its end, however that comes. */
final class SimulatedSync {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final double BETWEEN_STEPS = 0.05;
  private static final double CANCELLED_WHILE_WAITING = 0.25;

  private final SimulatedHistory history;
  private final SyncSchedule schedule;
  private final List<String> findings = new ArrayList<>();
  private final SyncTurns turns;
  private final HistorySession session;
  private Set<SliceKey> whole = Set.of();
  private Set<Long> listedBefore = Set.of();
  private Optional<SyncResult> result = Optional.empty();
  private Optional<ExportException> refusal = Optional.empty();
  private boolean hasChangedTarget;
  private Instant begun = Instant.EPOCH;
  private Optional<Instant> planned = Optional.empty();
  private List<Object> atDeath = List.of();
  private int halved;
  private boolean isHeld;

  SimulatedSync(SimulatedHistory history, SyncSchedule schedule) {
    this.history = history;
    this.schedule = schedule;
    this.turns = new SyncTurns(history.turns, history.turnChance, history.machine);
    this.session = new HistorySession(history, turns, this::asked, findings);
  }

  void carryOut() {
    history.time.pass(schedule.pause());
    begun = history.time.now();
    history.machine.begin(turns::otherCalls);
    history.machine.onDeath(() -> atDeath = left());
    history.target.begin(schedule);
    history.service.begin(schedule.service());
    history.topology.begin(schedule.service().topology() == ServiceTrouble.Topology.SHORTENED);
    listedBefore = history.seen.listed();
    history.watch.beginSync();
    history.watch.answers().beginSync(begun, schedule.acceptLoss());
    history.watch.onUndoing(this::undone);
    whole = new WholeSlices(history).now();
    List<String> entriesBefore = history.target.entries();
    isHeld = schedule.isHeld() && history.target.hold();
    int calls = turns.carryOut(this::syncUnlessRefused);
    if (calls > 0) {
      findings.add("%s calls go on after its end".formatted(calls));
    }
    Death death = history.machine.death();
    if (death != Death.NONE) {
      result = Optional.empty();
      refusal = Optional.empty();
      if (!left().equals(atDeath)) {
        findings.add("did something after its death");
      }
    }
    hasChangedTarget = !entriesBefore.equals(history.target.entries());
    history.target.end(death);
  }

  private void syncUnlessRefused() {
    try {
      sync();
    } catch (ExportException refused) {
      refusal = Optional.of(refused);
    } catch (SimulatedDeath death) {
      result = Optional.empty();
    }
  }

  /** What stays of a process. */
  private List<Object> left() {
    return List.of(
        history.target.entries(),
        history.ledger.changes().size(),
        history.ledger.publications(),
        history.watch.asked().size());
  }

  private void sync() {
    List<HistoryExport> exports = history.project.exports();
    HistoryChecks.settings(history.ledger, exports)
        .forEach(failure -> findings.add("cannot begin: " + failure.message()));
    MortalLedger mortal = new MortalLedger(history, schedule.ledger());
    try (SliceStore store = history.target.open(mortal)) {
      Ledger ledger = planted(mortal, bug -> bug.around(mortal, history));
      SliceStore watched = new WatchedStore(store, turns, history.watch);
      SliceStore files = planted(watched, bug -> bug.around(watched, history));
      SyncHistory sync = history(ledger, files, exports);
      session.onCancel(sync::cancel);
      SyncResult told = sync.run();
      result = Optional.of(planted(told, bug -> bug.around(told, halved)));
      if (session.places().building() > 0 && history.machine.death() == Death.NONE) {
        findings.add("does not say that nobody waits for what is built");
      }
    }
  }

  private <T> T planted(T shipped, Function<HistoryBug, T> planting) {
    return history.bug.map(planting).orElse(shipped);
  }

  private SyncHistory history(Ledger ledger, SliceStore files, List<HistoryExport> exports) {
    VidiCenterSession asked = planted(session, bug -> bug.around(session));
    return new SyncHistory(
        new SyncPorts(
            asked,
            CallListener.NONE,
            ledger,
            files,
            new NoListedSlices(),
            table -> false,
            history.time,
            history.time::pacer,
            turns.sinks(),
            turns),
        new SyncSettings(
            exports,
            List.of(),
            "simulated",
            schedule.start(),
            schedule.end(),
            schedule.order(),
            schedule.retryRefused(),
            schedule.acceptLoss(),
            schedule.waitsForDue(),
            schedule.longest(),
            policy(Duration.ofHours(1)),
            policy(Duration.ofMinutes(10)),
            "simulated"),
        begun,
        new Watching(),
        HistoryProject.CATALOGUE);
  }

  private PollPolicy policy(Duration deadline) {
    return new PollPolicy(FIRST_DELAY, LONGEST_DELAY, deadline, () -> 0);
  }

  private void asked(SliceKey key) {
    boolean isFirst = history.watch.answers().called(key, history.time.now());
    if (isFirst && whole.contains(key)) {
      history
          .promise
          .due(key, history.time.now())
          .ifPresentOrElse(
              this::lookedAgain,
              () -> findings.add("asked again for %s, which was whole".formatted(told(key))));
    }
    if (!history.ledger.slice(key).map(SliceRecord::underWay).orElse(false)) {
      findings.add("asked for %s, which was not noted before".formatted(told(key)));
    }
  }

  /** Sooner than any call that begins meanwhile can end, and so before the sync does. */
  private void cancelAfter(Duration soon) {
    history.time.pass(soon);
    if (history.machine.death() == Death.NONE && !session.isCancelled()) {
      session.cancel(HistoryFault.CANCELLED_WHILE_WAITING);
    }
  }

  private void lookedAgain(DuePromise.Why why) {
    history.machine.reach(
        switch (why) {
          case LOOKBACK -> HistoryFault.LOOKED_AGAIN_BY_LOOKBACK;
          case UPLOAD -> HistoryFault.LOOKED_AGAIN_BY_UPLOAD;
          case CHANGED -> HistoryFault.LOOKED_AGAIN_BY_CHANGE;
        });
  }

  /** The file that was to be replaced stands in its own place, and only there. */
  private void undone(PublishedFile standing) {
    boolean wasReplaced =
        history.watch.replaced().stream().anyMatch(each -> each.file().equals(standing));
    Path aside = FolderVerdict.aside(standing);
    if (!wasReplaced && history.disk.disk().isFile(aside)) {
      findings.add("something is kept aside that nothing replaced: " + aside);
    }
  }

  static String told(SliceKey key) {
    return "%s %s %s".formatted(key.export(), key.window().label(), key.sources());
  }

  SyncSchedule schedule() {
    return schedule;
  }

  /** What was found while it went on. */
  List<String> findings() {
    return findings;
  }

  /** What it told at its end; empty when it died, or did not begin. */
  Optional<SyncResult> result() {
    return result;
  }

  /** Why it did not begin. */
  Optional<ExportException> refusal() {
    return refusal;
  }

  /** Whether it is shown less than half of the locations that were seen last. */
  boolean isShownTooLittle() {
    long lacking = listedBefore.stream().filter(id -> !history.topology.isPresent(id)).count();
    return 2 * lacking > listedBefore.size();
  }

  /** Whether another process held the target meanwhile. */
  boolean isHeld() {
    return isHeld;
  }

  boolean isCancelled() {
    return session.isCancelled();
  }

  /** How many calls were ended before anybody could say whether they were sent. */
  int unsent() {
    return session.unsent();
  }

  /** Whether it has changed anything in the target. */
  boolean hasChangedTarget() {
    return hasChangedTarget;
  }

  Instant begun() {
    return begun;
  }

  /** Whether it came so far that it knew what there was to do. */
  boolean hasPlanned() {
    return planned.isPresent();
  }

  /** When it planned last; once it has. */
  Instant planned() {
    return planned.orElseThrow();
  }

  /** Why it ended before its time. */
  Optional<FailureReason> ending() {
    return refusal.or(() -> result.flatMap(SyncResult::ending)).map(ExportException::reason);
  }

  /** What happened, for people. */
  String story() {
    return "%s %s %s ending=%s death=%s exports=%s findings=%s"
        .formatted(
            begun,
            schedule,
            history.project.exports().stream()
                .map(
                    export ->
                        export.name()
                            + "("
                            + export.format()
                            + ", "
                            + export.sources()
                            + ", "
                            + export.columns()
                            + ")")
                .toList(),
            refusal
                .or(() -> result.flatMap(SyncResult::ending))
                .map(failure -> failure.reason() + ": " + failure.getMessage()),
            history.machine.death(),
            result.map(SyncResult::exports),
            findings);
  }

  /** Hears what is told of a sync. */
  private final class Watching implements SyncListener {
    @Override
    public void onPlan(long requests) {
      if (!history.watch.underWay().isEmpty()) {
        history.machine.reach(HistoryFault.PLANNED_ANEW_WITH_SLICES_UNDER_WAY);
      }
      planned = Optional.of(history.time.now());
    }

    @Override
    public ExportListener onSlice(SliceKey key, Pacer pacer) {
      return new ExportListener() {};
    }

    @Override
    public void onWaiting(Instant until, long slices) {
      history.machine.reach(HistoryFault.DUE_WAITED_FOR);
      boolean isSoon = !until.isAfter(begun.plus(Duration.ofHours(2)).plusSeconds(1));
      if (!schedule.waitsForDue() || !isSoon || slices < 1) {
        findings.add("waits for %s slices until %s".formatted(slices, until));
      }
      if (history.turnChance.in(CANCELLED_WHILE_WAITING)) {
        Duration soon = history.turnChance.millis(1, 40);
        turns.begin(() -> cancelAfter(soon));
      }
    }

    @Override
    public void onProgress(SyncProgress progress) {
      turns.mayHandOver(BETWEEN_STEPS);
    }

    @Override
    public void onResult(SliceKey key, SliceResult ended) {
      // The ledger tells.
    }

    @Override
    public void onHalved(SliceKey key, SliceResult.Unanswered why) {
      halved++;
    }

    @Override
    public void onWarning(String sentence) {
      // That a copy failed is counted where it fails.
    }

    @Override
    public void onLongListing(int calls, Duration least) {
      findings.add("the topology takes too long");
    }

    @Override
    public void onTrouble(Trouble trouble, Duration pause) {
      // It is counted where it comes from.
    }
  }
}
