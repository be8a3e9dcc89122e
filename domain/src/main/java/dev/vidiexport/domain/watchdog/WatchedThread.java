package dev.vidiexport.domain.watchdog;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A thread of its own for calls that may hang, which it makes one after the other. Whoever waits
 * for it looks again after each {@link #STEP} whether there is still a reason to wait, and whoever
 * gives up can tell where it hangs, and interrupt it or leave it behind. It has no limit of its
 * own: how long a wait lasts is for the check to say.
 *
 * <p>It knows no clock. One thread uses it, but {@link #hasEnded}, {@link #interrupt} and {@link
 * #whereItIs} may be called from any.
 */
public final class WatchedThread {
  /** The longest that a wait goes on without a look whether it must end: 100 ms. */
  public static final Duration STEP = Duration.ofMillis(100);

  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Thread thread;

  /** Whether there is more to do; for the watched thread alone. */
  private boolean goesOn = true;

  /** A call that may hang. */
  @FunctionalInterface
  public interface Call {
    /** Makes the call; on the watched thread. */
    void make() throws Exception;
  }

  /**
   * Looks whether a wait may go on, and ends it by throwing; on the thread that waits.
   *
   * @param <X> what it throws
   */
  @FunctionalInterface
  public interface Check<X extends Exception> {
    /** Called after each step in which what is waited for has not come. */
    void look() throws X;
  }

  /**
   * Runs nothing before it is given something to do.
   *
   * @param threads asked for one thread, which is started then
   */
  public WatchedThread(ThreadFactory threads) {
    this.thread = threads.newThread(this::makeCalls);
  }

  private void makeCalls() {
    try {
      while (goesOn) {
        work.take().run();
      }
    } catch (InterruptedException nobodyNeedsIt) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gives the thread something to do, behind what it has been given before, and does not wait.
   *
   * @param task keeps what it throws; if it does not, the thread ends with it
   * @throws IllegalStateException when the thread has ended
   */
  public void start(Runnable task) {
    if (thread.getState() == Thread.State.TERMINATED) {
      throw new IllegalStateException("The thread has ended");
    }
    give(task);
  }

  /** Lets the thread end when it has done all that it has been given, unless it has ended. */
  public void end() {
    give(() -> goesOn = false);
  }

  private void give(Runnable task) {
    work.add(task);
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  /**
   * Has a call made, and waits until it is done.
   *
   * @throws X when the check ends the wait; the call goes on
   * @throws ExecutionException when the call threw something, which is the cause
   * @throws InterruptedException when the thread that waits is interrupted; the call goes on
   */
  public <X extends Exception> void call(Call call, Check<X> check)
      throws X, ExecutionException, InterruptedException {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              call.make();
              return true;
            });
    start(task);
    while (!isDone(task)) {
      check.look();
    }
  }

  private static boolean isDone(FutureTask<Boolean> task)
      throws ExecutionException, InterruptedException {
    try {
      return task.get(STEP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      return false;
    }
  }

  /** Whether nothing goes on: the thread has ended, or was never given anything. */
  public boolean hasEnded() {
    return !thread.isAlive();
  }

  /**
   * Waits until the thread has ended.
   *
   * @throws X when the check ends the wait; the thread goes on
   * @throws InterruptedException when the thread that waits is interrupted; this one goes on
   */
  public <X extends Exception> void awaitEnd(Check<X> check) throws X, InterruptedException {
    while (!endsWithin(STEP)) {
      check.look();
    }
  }

  /**
   * Waits until the thread has ended, but no longer than patience lasts.
   *
   * @param patience asked before each step, as it may shrink meanwhile; how long all steps together
   *     may take, so that zero and less are no wait at all
   * @return whether the thread has ended
   * @throws X when the check ends the wait; the thread goes on
   * @throws InterruptedException when the thread that waits is interrupted; this one goes on
   */
  public <X extends Exception> boolean awaitEnd(Supplier<Duration> patience, Check<X> check)
      throws X, InterruptedException {
    Duration waited = Duration.ZERO;
    while (!hasEnded()) {
      Duration left = patience.get().minus(waited);
      if (left.isNegative() || left.isZero()) {
        return false;
      }
      Duration step = left.compareTo(STEP) < 0 ? left : STEP;
      if (!endsWithin(step)) {
        check.look();
      }
      waited = waited.plus(step);
    }
    return true;
  }

  private boolean endsWithin(Duration step) throws InterruptedException {
    // A join of zero milliseconds would wait for ever.
    thread.join(Math.max(1, step.toMillis()));
    return hasEnded();
  }

  /**
   * Interrupts what the thread does at this moment. Code that hangs may take no notice; a thread
   * that does nothing ends.
   */
  public void interrupt() {
    thread.interrupt();
  }

  /**
   * Where the thread is at this moment, as the cause of an exception: for whoever made what hangs.
   *
   * @param who what the message calls what hangs, such as {@code the format}
   */
  public Throwable whereItIs(String who) {
    IllegalStateException where = new IllegalStateException("This is where %s was".formatted(who));
    where.setStackTrace(thread.getStackTrace());
    return where;
  }
}
