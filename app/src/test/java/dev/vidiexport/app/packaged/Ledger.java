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
 * itself counts. Every server of these tests keeps one, and checks it when it closes; every run
 * that writes a report is held against it when it ends. Thread-safe.
 */
final class Ledger {
  private static final int MOST_CALLS = 50;
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final int MOST_SOCKETS = 2;

  /** What the program has done may reach a server a little later. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Map<Integer, Ledger> OF_PORT = new ConcurrentHashMap<>();

  private final LongSupplier nanos;
  private final Duration patience;
  private final List<Long> arrivals = new ArrayList<>();
  private final List<String> breaches = new ArrayList<>();
  private int sockets;
  private int rebuilds;
  private boolean rebuildIsAsked;
  private int runs;
  private int mostRunsAtOnce;

  Ledger() {
    this(System::nanoTime, PATIENCE);
  }

  /** A ledger with a clock of its own. */
  Ledger(LongSupplier nanos, Duration patience) {
    this.nanos = nanos;
    this.patience = patience;
  }

  /** Makes it known as that of the server at a port. */
  Ledger at(int port) {
    OF_PORT.put(port, this);
    return this;
  }

  /** The ledger of the server at an address, if one of these tests' servers is there. */
  static Optional<Ledger> of(String baseUrl) {
    try {
      return Optional.ofNullable(OF_PORT.get(URI.create(baseUrl).getPort()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** A socket was accepted. The end of an earlier one may be on its way, so it is waited for. */
  synchronized void opened() {
    sockets++;
    if (!await(() -> sockets <= MOST_SOCKETS)) {
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
    arrivals.add(nanos.getAsLong());
    rebuilds += asksForRebuild ? 1 : 0;
    notifyAll();
  }

  /** Something came that was not encrypted, though it had to be. */
  synchronized void cameUnencrypted() {
    breaches.add("bytes without encryption");
  }

  /**
   * A run begins.
   *
   * @return how many requests had come before
   */
  synchronized int begins(boolean asksForRebuild) {
    rebuildIsAsked |= asksForRebuild;
    runs++;
    mostRunsAtOnce = Math.max(mostRunsAtOnce, runs);
    return arrivals.size();
  }

  /** A run has ended, and does not say how many calls it made. */
  synchronized void ended() {
    runs--;
  }

  /**
   * A run has ended that says how many calls it made; of several at once nobody knows whose is
   * which.
   *
   * @param before what {@link #begins} gave
   */
  synchronized void ended(int before, int calls) {
    runs--;
    if (mostRunsAtOnce == 1 && !await(() -> arrivals.size() - before >= calls)) {
      breaches.add(
          "%s calls, of which the program counted %s".formatted(arrivals.size() - before, calls));
    } else if (mostRunsAtOnce == 1 && arrivals.size() - before != calls) {
      breaches.add(
          "%s calls, of which the program counted %s".formatted(arrivals.size() - before, calls));
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
    if (rebuilds > 0 && !rebuildIsAsked) {
      all.add(rebuilds + " rebuilds that nobody asked for");
    }
    assertThat(all).as("what the service saw and must never see").isEmpty();
  }

  /** A condition, looked at whenever something happens. */
  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  private boolean await(Condition condition) {
    long deadline = System.nanoTime() + patience.toNanos();
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
