package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What a server of the integration tests sees of the program, and what must be true of it whatever
 * a test is about: the calls of a minute, the sockets at one time, no rebuild that nobody asked
 * for, no byte without encryption where there should be some, and as many calls as the program
 * itself counts. Every server of these tests keeps one, and checks it when it closes; every export
 * is held against it when it ends, several at once when all of them have. Thread-safe.
 */
final class CallAudit {
  private static final int MOST_CALLS = 50;
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final int MOST_SOCKETS = 2;

  /** What the program has done reaches a server a little later, on a busy machine later still. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A call that an interrupted run has counted may never come; so long it is waited for. */
  private static final Duration PATIENCE_IN_DOUBT = Duration.ofSeconds(2);

  private static final Map<Integer, CallAudit> OF_PORT = new ConcurrentHashMap<>();

  private final LongSupplier nanos;
  private final Duration patience;
  private final Duration patienceInDoubt;
  private final List<Long> arrivals = new ArrayList<>();
  private final List<String> breaches = new ArrayList<>();
  private int sockets;
  private int rebuildsAsked;
  private int rebuilds;

  /** The runs under way, and what is known of all since the last moment without one. */
  private int runs;

  private int before;
  private int leastCalls;
  private int mostCalls;
  private boolean allTell;

  CallAudit() {
    this(System::nanoTime, PATIENCE, PATIENCE_IN_DOUBT);
  }

  /** An audit with a clock of its own, which waits for nothing that takes longer than this. */
  CallAudit(LongSupplier nanos, Duration patience) {
    this(nanos, patience, patience);
  }

  private CallAudit(LongSupplier nanos, Duration patience, Duration patienceInDoubt) {
    this.nanos = nanos;
    this.patience = patience;
    this.patienceInDoubt = patienceInDoubt;
  }

  /** Makes it known as that of the server at a port. */
  CallAudit at(int port) {
    OF_PORT.put(port, this);
    return this;
  }

  /** The audit of the server at an address, if one of these tests' servers is there. */
  static Optional<CallAudit> of(String baseUrl) {
    try {
      return Optional.ofNullable(OF_PORT.get(URI.create(baseUrl).getPort()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** A socket was accepted. The end of an earlier one may be on its way, so it is waited for. */
  synchronized void opened() {
    sockets++;
    if (!await(() -> sockets <= MOST_SOCKETS, patience)) {
      breaches.add(sockets + " sockets at one time");
    }
  }

  /** A socket was closed, by either side. */
  synchronized void closed() {
    sockets--;
    notifyAll();
  }

  /** A request came. */
  synchronized void arrived(boolean asksForRebuild) {
    rebuilds += asksForRebuild ? 1 : 0;
    if (asksForRebuild && rebuilds > rebuildsAsked) {
      breaches.add("rebuild %s, of which %s were asked for".formatted(rebuilds, rebuildsAsked));
    }
    arrivals.add(nanos.getAsLong());
    notifyAll();
  }

  /** A request came that is told to come back later: what it asks for is still to be asked for. */
  synchronized void turnedAway(boolean asksForRebuild) {
    arrived(asksForRebuild);
    rebuilds -= asksForRebuild ? 1 : 0;
  }

  /** Something came that was not encrypted, though it had to be. */
  synchronized void cameUnencrypted() {
    breaches.add("bytes without encryption");
  }

  /** A run begins. */
  synchronized void begins(boolean asksForRebuild) {
    if (runs == 0) {
      before = arrivals.size();
      leastCalls = 0;
      mostCalls = 0;
      allTell = true;
    }
    rebuildsAsked += asksForRebuild ? 1 : 0;
    runs++;
    notifyAll();
  }

  /** A run has ended, and does not say how many calls it made. */
  synchronized void ended() {
    allTell = false;
    runs--;
  }

  /** A run has ended that says how many calls it made. */
  synchronized void ended(int calls) {
    ended(calls, calls);
  }

  /**
   * A run was told to end, and says how many calls it made: the last of them may have been counted,
   * and not been sent.
   */
  synchronized void interrupted(int calls) {
    ended(Math.max(0, calls - 1), calls);
  }

  private void ended(int least, int most) {
    leastCalls += least;
    mostCalls += most;
    if (runs == 1 && allTell) {
      await(() -> arrivals.size() - before >= leastCalls || runs > 1, patience);
      await(() -> arrivals.size() - before >= mostCalls || runs > 1, patienceInDoubt);
    }
    runs--;
    if (runs == 0 && allTell) {
      int calls = arrivals.size() - before;
      if (calls > mostCalls || calls < leastCalls) {
        breaches.add("%s calls, of which the program counted %s".formatted(calls, mostCalls));
      }
    }
  }

  /** The number of requests so far. */
  synchronized int requests() {
    return arrivals.size();
  }

  /** Fails when anything was not as it must be. */
  synchronized void check() {
    List<String> all = new ArrayList<>(breaches);
    for (int call = MOST_CALLS; call < arrivals.size(); call++) {
      Duration taken = Duration.ofNanos(arrivals.get(call) - arrivals.get(call - MOST_CALLS));
      if (taken.compareTo(WINDOW) < 0) {
        all.add("%s calls within %s".formatted(MOST_CALLS + 1, taken));
        break;
      }
    }
    assertThat(all).as("what the service saw and must never see").isEmpty();
  }

  /** A condition, looked at whenever something happens. */
  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private boolean await(Condition condition, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    while (!condition.holds()) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      try {
        wait(left);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return condition.holds();
      }
    }
    return true;
  }
}
