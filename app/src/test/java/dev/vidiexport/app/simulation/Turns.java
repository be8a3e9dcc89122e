package dev.vidiexport.app.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the threads of several runs go on one at a time. Whoever has the turn keeps it until it
 * waits for a moment; then the turn goes to the run that waits for the earliest one, of several to
 * the one with the lowest number, and it is that moment. Time passes no other way. Nobody may wait
 * who holds a lock that another run needs.
 */
public final class Turns {
  /** Far more real time than any run keeps the turn. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Has the turn while nobody takes part. */
  public static final int NOBODY = 0;

  private final long seed;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition nobodyIsLeft = lock.newCondition();
  private final Map<Integer, Participant> participants = new TreeMap<>();
  private final List<Alarm> alarms = new ArrayList<>();
  private volatile Duration now = Duration.ZERO;
  private volatile int running = NOBODY;
  private long turns;
  private AssertionError broken;

  /**
   * Nobody has the turn.
   *
   * @param seed the one that is told when nothing goes on any more
   * @param patience how much real time a run may keep the turn
   */
  public Turns(long seed, Duration patience) {
    this.seed = seed;
    this.patience = patience;
  }

  /** One run, as far as turns go. Under the lock. */
  private final class Participant {
    private final int run;
    private final Condition turn = lock.newCondition();
    private Duration until;
    private boolean waits = true;
    private Thread thread;

    Participant(int run, Duration begin) {
      this.run = run;
      this.until = begin;
    }
  }

  private record Alarm(Duration moment, Runnable action) {}

  /** The time. From any thread, without waiting. */
  public Duration now() {
    return now;
  }

  /** The number of the run that has the turn. */
  public int running() {
    return running;
  }

  /** Something that happens at a moment, in between two turns. */
  void at(Duration moment, Runnable action) {
    alarms.add(new Alarm(moment, action));
    alarms.sort(Comparator.comparing(Alarm::moment));
  }

  /**
   * A run takes part, from its start on; its thread comes with {@link #awaitTurn}. Said before the
   * first turn, or by a run that has the turn.
   */
  public void join(int run, Duration begin) {
    lock.lock();
    try {
      participants.put(run, new Participant(run, begin));
    } finally {
      lock.unlock();
    }
  }

  /** Gives the first turn; somebody has joined. */
  public void begin() {
    handOver();
  }

  /**
   * Waits on the thread of a run until it has the turn.
   *
   * @throws AssertionError when the turn has been kept for too long
   */
  public void awaitTurn(int run) {
    lock.lock();
    try {
      Participant participant = participants.get(run);
      participant.thread = Thread.currentThread();
      requireUnbroken();
      while (running != run) {
        awaitChange(participant.turn);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits on the thread of the run that has the turn; ends early when it is woken. */
  public void waitUntil(Duration moment) {
    int run = running;
    lock.lock();
    try {
      Participant participant = participants.get(run);
      participant.until = moment;
      participant.waits = true;
    } finally {
      lock.unlock();
    }
    handOver();
    awaitTurn(run);
  }

  /** Ends the wait of a run, if it waits: its moment is now. From any thread. */
  public void wake(int run) {
    lock.lock();
    try {
      Participant participant = participants.get(run);
      if (participant != null && participant.waits && participant.until.compareTo(now) > 0) {
        participant.until = now;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The run that has the turn takes part no longer. */
  public void leave(int run) {
    lock.lock();
    try {
      participants.remove(run);
    } finally {
      lock.unlock();
    }
    handOver();
  }

  /**
   * Waits on a thread of no run until all have left.
   *
   * @throws AssertionError when the turn has been kept for too long
   */
  public void awaitEnd() {
    lock.lock();
    try {
      while (!participants.isEmpty()) {
        awaitChange(nobodyIsLeft);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Lets time pass while nobody takes part. */
  public void skip(Duration time) {
    now = now.plus(time);
  }

  /** What an alarm does may need locks of its own, so it holds none of these. */
  private void handOver() {
    for (Runnable alarm = next(); alarm != null; alarm = next()) {
      alarm.run();
    }
  }

  /** Gives the turn on; null when that is done, else what has to happen before. */
  private Runnable next() {
    lock.lock();
    try {
      Participant earliest = earliest();
      if (earliest == null || broken != null) {
        running = NOBODY;
        nobodyIsLeft.signal();
        return null;
      }
      if (!alarms.isEmpty() && alarms.get(0).moment().compareTo(earliest.until) <= 0) {
        Alarm alarm = alarms.remove(0);
        moveTo(alarm.moment());
        return alarm.action();
      }
      moveTo(earliest.until);
      earliest.waits = false;
      running = earliest.run;
      turns++;
      earliest.turn.signal();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private Participant earliest() {
    Participant earliest = null;
    for (Participant participant : participants.values()) {
      if (earliest == null || participant.until.compareTo(earliest.until) < 0) {
        earliest = participant;
      }
    }
    return earliest;
  }

  private void moveTo(Duration moment) {
    if (moment.compareTo(now) > 0) {
      now = moment;
    }
  }

  private void awaitChange(Condition condition) {
    long before = turns;
    try {
      boolean changed = condition.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      requireUnbroken();
      if (!changed && turns == before) {
        broken = kept();
        nobodyIsLeft.signalAll();
        participants.values().forEach(participant -> participant.turn.signalAll());
        throw broken;
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Seed %s was interrupted".formatted(seed), interrupted);
    }
  }

  private void requireUnbroken() {
    if (broken != null) {
      throw new AssertionError("Nobody gets the turn any more", broken);
    }
  }

  private AssertionError kept() {
    AssertionError kept =
        new AssertionError(
            "Seed %s: run %s has kept the turn for %s, and this is where it is"
                .formatted(seed, running, patience));
    Participant holder = participants.get(running);
    if (holder != null && holder.thread != null) {
      kept.setStackTrace(holder.thread.getStackTrace());
    }
    return kept;
  }
}
