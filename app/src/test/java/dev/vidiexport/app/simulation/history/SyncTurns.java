package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.simulation.Turns;
import dev.vidiexport.domain.sync.CallExecutor;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one sync, of which one goes on at a time: its own, and one for each call under
 * way. Whose turn it is follows from how long each waits.
 */
final class SyncTurns implements CallExecutor {
  private static final int SYNC = 1;

  /** They are kept, for starting one takes long. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "simulated-call");
            thread.setDaemon(true);
            return thread;
          });

  private final Turns turns;
  private final SeededChance chance;
  private final SimulatedMachine machine;
  private final SinkThreads sinks;
  private final Set<Integer> calling = new TreeSet<>();
  private int last = SYNC;

  /**
   * Threads of a sync that has not begun.
   *
   * @param chance decides when others go on
   */
  SyncTurns(Turns turns, SeededChance chance, SimulatedMachine machine) {
    this.machine = machine;
    this.turns = turns;
    this.chance = chance;
    this.sinks = new SinkThreads(turns);
  }

  /** The threads that write, whose turn is that of their call. */
  SinkThreads sinks() {
    return sinks;
  }

  /**
   * Carries a sync out on this thread.
   *
   * @return how many calls were still under way at its end
   */
  int carryOut(Runnable sync) {
    turns.join(SYNC, turns.now());
    turns.begin();
    turns.awaitTurn(SYNC);
    int left = 0;
    try {
      sync.run();
    } finally {
      left = calling.size();
      turns.leave(SYNC);
      turns.awaitEnd();
    }
    return left;
  }

  @Override
  public void begin(Runnable call) {
    int number = ++last;
    calling.add(number);
    if (calling.size() > 1) {
      machine.reach(HistoryFault.CALLS_OVERLAPPED);
    }
    turns.join(number, turns.now().plus(chance.millis(0, 20)));
    THREADS.execute(() -> carryOut(number, call));
  }

  private void carryOut(int number, Runnable call) {
    turns.awaitTurn(number);
    try {
      call.run();
    } finally {
      calling.remove(number);
      wakeSync();
      turns.leave(number);
    }
  }

  @Override
  public @Nullable Runnable await(BlockingQueue<Runnable> reports, Duration most) {
    Runnable report = reports.poll();
    if (report == null) {
      turns.waitUntil(turns.now().plus(most));
      report = reports.poll();
    }
    return report;
  }

  /** There may be a report for the sync. */
  void wakeSync() {
    turns.wake(SYNC);
  }

  /** Others may go on before whoever has the turn does. */
  void mayHandOver(double share) {
    if (chance.in(share)) {
      sinks.settle();
      turns.waitUntil(turns.now().plus(chance.millis(0, 400)));
    }
  }

  /** How many calls are under way beside the one that has the turn, if it is one. */
  int otherCalls() {
    return calling.size() - (calling.contains(turns.running()) ? 1 : 0);
  }

  /** Who has the turn. */
  int running() {
    return turns.running();
  }

  /** Ends the wait of somebody. */
  void wake(int who) {
    turns.wake(who);
  }
}
