package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.export.CallResult;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.scheduling.CallSchedule;
import dev.vidiexport.domain.scheduling.Turn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of all slices under way, as their schedule says, each on a thread of its own. For
 * the thread of the sync.
 */
final class SliceCalls {
  /** Nothing is waited for longer than this: the time of a slice may be over meanwhile. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final SyncPorts ports;
  private final Pacer time;
  private final CancellableSteps steps;
  private final CallSchedule<SliceKey> schedule;
  private final HeldNotice heldNotice;
  private final CallThreads threads;
  private final Events events;
  private final Map<SliceKey, SliceUnderWay> underWay = new LinkedHashMap<>();
  private @Nullable VidiCenter next;
  private @Nullable Duration waitsSince;

  /** What is told of the slices. */
  interface Events {
    /** The slice that is to be begun next; only where there is one. */
    PlannedSlice next();

    /**
     * A slice is begun, and its first call follows.
     *
     * @param whenReady is to be run at the first sign that its export is built, on any thread
     */
    SliceUnderWay begin(PlannedSlice slice, VidiCenter vidiCenter, Runnable whenReady);

    /** Other runs have held the sync up for a while, with what a clause says. */
    void held(String reason);

    /** So many calls were made. */
    void called(int calls);

    /** A slice has ended, and is not under way any more. */
    void ended(PlannedSlice slice, SliceResult result);

    /** A slice is not under way any more, because all have to end. */
    void left(PlannedSlice slice);
  }

  /**
   * Calls that are still to be made.
   *
   * @param policy its delays are the pauses between polls
   * @param time of the sync
   */
  SliceCalls(
      SyncPorts ports, PollPolicy policy, Pacer time, CancellableSteps steps, Events events) {
    this.ports = ports;
    this.time = time;
    this.steps = steps;
    this.schedule =
        new CallSchedule<>(ports.session().limits(), policy.firstDelay(), policy.longestDelay());
    this.heldNotice = new HeldNotice(ports.session().limits());
    this.threads = new CallThreads(ports.callers(), time);
    this.events = events;
  }

  /** Whether a slice is under way. */
  boolean areUnderWay() {
    return !underWay.isEmpty();
  }

  Set<SliceKey> keys() {
    return Set.copyOf(underWay.keySet());
  }

  /** How many exports VidiCenter builds for slices. */
  int building() {
    return schedule.size() - schedule.fetching();
  }

  /** How many exports are built, and have not been fetched. */
  int fetching() {
    return schedule.fetching();
  }

  /**
   * Does what is next: makes a call, or waits for what comes of others.
   *
   * @param isMore whether another slice is to be begun
   */
  void step(boolean isMore) {
    steps.requireGoingOn();
    if (threads.dealWithReports()) {
      return;
    }
    endOverdue();
    if (!isMore) {
      // What was kept for another one is kept from other runs.
      giveUpNext();
    }
    Turn<SliceKey> turn = schedule.next(isMore, time.elapsed());
    if (turn instanceof Turn.Call<SliceKey> call) {
      SliceUnderWay slice = requireNonNull(underWay.get(call.export()));
      if (isRoom(slice.reserve(call.kind(), call.spareCalls()), turn)) {
        call(slice, call.kind());
      }
    } else if (turn instanceof Turn.Wait<SliceKey> wait) {
      await(wait.until());
    } else if (isRoom(next().reserve(CallKind.POLL, 0), turn)) {
      begin();
    }
  }

  private VidiCenter next() {
    VidiCenter made = next == null ? ports.session().vidiCenter(time, ports.calls()) : next;
    next = made;
    return made;
  }

  private boolean isRoom(Optional<LimitReached> reached, Turn<SliceKey> turn) {
    if (reached.isEmpty()) {
      heldNotice.goneOn(turn instanceof Turn.Begin);
      endWait();
      return true;
    }
    schedule.lacksRoom(turn, reached.get(), time.elapsed());
    if (turn instanceof Turn.Begin && reached.get().limit() != LimitReached.Limit.EXPORTS) {
      // The place that it has taken may be what another slice needs.
      giveUpNext();
    }
    if (!(turn instanceof Turn.Call<SliceKey> call && call.spareCalls() > 0)) {
      heldNotice.held(reached.get(), time.elapsed()).ifPresent(events::held);
      waitsSince = waitsSince == null ? time.elapsed() : waitsSince;
    }
    return false;
  }

  private void endWait() {
    if (waitsSince != null) {
      ports.calls().onWaited(time.elapsed().minus(waitsSince));
      waitsSince = null;
    }
  }

  private void begin() {
    PlannedSlice planned = events.next();
    SliceKey key = planned.key();
    SliceUnderWay slice = events.begin(planned, next(), () -> threads.report(() -> ready(key)));
    next = null;
    underWay.put(key, slice);
    steps.begin(slice.ending());
    schedule.begun(key, time.elapsed());
    make(slice, CallKind.POLL);
  }

  private void call(SliceUnderWay slice, CallKind kind) {
    schedule.called(slice.key(), kind, time.elapsed());
    make(slice, kind);
  }

  private void make(SliceUnderWay slice, CallKind kind) {
    threads.begin(() -> slice.call(kind), result -> dealWith(slice, result));
  }

  private void ready(SliceKey key) {
    if (underWay.containsKey(key)) {
      schedule.ready(key, time.elapsed());
    }
  }

  /** Its time may be over while there is no room to say so by a call. */
  private void endOverdue() {
    for (SliceUnderWay slice : List.copyOf(underWay.values())) {
      if (slice.isTimeOver() && !schedule.isCalling(slice.key())) {
        call(slice, CallKind.POLL);
      }
    }
  }

  private void await(Optional<Duration> until) {
    Duration most = until.map(moment -> moment.minus(time.elapsed())).orElse(LONGEST_WAIT);
    if (!most.isNegative() && !most.isZero()) {
      threads.await(most.compareTo(LONGEST_WAIT) < 0 ? most : LONGEST_WAIT);
    }
  }

  private void dealWith(SliceUnderWay slice, CallResult result) {
    events.called(slice.takeCalls());
    result
        .fold(new Dealing(slice))
        .ifPresent(
            ended -> {
              forget(slice);
              events.ended(slice.slice(), ended);
            });
  }

  /** Tells the schedule what a call brought, and gives the result of a slice that has ended. */
  private final class Dealing implements CallResult.Cases<Optional<SliceResult>> {
    private final SliceUnderWay slice;

    Dealing(SliceUnderWay slice) {
      this.slice = slice;
    }

    @Override
    public Optional<SliceResult> onBuilding() {
      schedule.building(slice.key(), time.elapsed());
      return Optional.empty();
    }

    @Override
    public Optional<SliceResult> onBuilt() {
      schedule.built(slice.key(), time.elapsed());
      return Optional.empty();
    }

    @Override
    public Optional<SliceResult> onStatusRefused() {
      schedule.statusRefused();
      return onBuilding();
    }

    @Override
    public Optional<SliceResult> onTrouble(Duration pause) {
      schedule.troubled(slice.key(), pause, time.elapsed());
      return Optional.empty();
    }

    @Override
    public Optional<SliceResult> onEnded(ExportOutcome outcome) {
      schedule.ended(slice.key(), time.elapsed());
      return Optional.of(slice.result(outcome));
    }
  }

  private void forget(SliceUnderWay slice) {
    underWay.remove(slice.key());
    steps.end(slice.ending());
    slice.close();
  }

  /**
   * Ends all that is under way, and returns when it has ended, whatever goes wrong meanwhile.
   * Answers that have come whole until then are told of, and so is the end of the other calls.
   *
   * @throws RuntimeException or an error: the first of what went wrong
   */
  void end() {
    underWay.values().forEach(slice -> slice.ending().run());
    List<Throwable> thrown = threads.awaitAll();
    for (SliceUnderWay slice : List.copyOf(underWay.values())) {
      forget(slice);
      events.left(slice.slice());
    }
    giveUpNext();
    endWait();
    thrown.stream().findFirst().ifPresent(SliceCalls::rethrow);
  }

  private void giveUpNext() {
    if (next != null) {
      next.end();
      next = null;
    }
  }

  /** Nothing checked is ever thrown by a report. */
  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
