package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is true of every {@link Pacer}, whether its time is real or made up. */
public abstract class PacerContract {
  /** So short that a test can wait for it, where the wait is a real one. */
  private static final Duration SHORT = Duration.ofMillis(2);

  /** So long that no test ever waits for it. */
  private static final Duration LONG = Duration.ofDays(1);

  /** A pacer that begins now. */
  protected abstract Pacer pacer();

  /** How long to wait for what should be done at once: far longer than it takes anywhere. */
  protected Duration patience() {
    return Duration.ofMinutes(2);
  }

  @Test
  void isNeverNegative() {
    assertThat(pacer().elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
  }

  @Test
  void neverGoesBack() {
    Pacer pacer = pacer();
    List<Duration> moments = new ArrayList<>();
    for (Duration pause : List.of(SHORT, Duration.ZERO, LONG.negated(), SHORT)) {
      moments.add(pacer.elapsed());
      moments.add(pacer.elapsed());
      pacer.pause(pause);
      moments.add(pacer.elapsed());
    }

    assertThat(moments).isSorted();
  }

  @Test
  void letsAsMuchTimePassAsItIsTold() {
    Pacer pacer = pacer();
    Duration before = pacer.elapsed();

    pacer.pause(SHORT);

    assertThat(pacer.elapsed().minus(before)).isGreaterThanOrEqualTo(SHORT);
  }

  @Test
  void doesNotWaitForNothing() throws InterruptedException {
    Pacer pacer = pacer();

    assertThatItReturns(started(() -> pacer.pause(Duration.ZERO)));
    assertThatItReturns(started(() -> pacer.pause(LONG.negated())));
  }

  @Test
  void endsTheWaitUnderWayWhenItIsCancelled() throws InterruptedException {
    Pacer pacer = pacer();
    Thread waiting = started(() -> pacer.pause(LONG));
    awaitTheWait(waiting);

    pacer.cancel();

    assertThatItReturns(waiting);
  }

  @Test
  void waitsNoMoreOnceItIsCancelled() throws InterruptedException {
    Pacer pacer = pacer();
    Duration before = pacer.elapsed();
    pacer.cancel();

    assertThatItReturns(started(() -> pacer.pause(LONG)));
    assertThatItReturns(started(() -> pacer.pause(LONG)));

    assertThat(pacer.elapsed().minus(before)).isLessThan(LONG);
  }

  @Test
  void staysCancelledWhoeverCancelsItAgain() throws InterruptedException {
    Pacer pacer = pacer();
    Duration before = pacer.elapsed();
    pacer.cancel();
    assertThatItReturns(started(pacer::cancel));

    assertThatItReturns(started(() -> pacer.pause(LONG)));

    assertThat(pacer.elapsed().minus(before)).isLessThan(LONG);
  }

  @Test
  void leavesItsThreadInterrupted() throws InterruptedException {
    Pacer pacer = pacer();
    AtomicBoolean interrupted = new AtomicBoolean();

    assertThatItReturns(
        started(
            () -> {
              Thread.currentThread().interrupt();
              pacer.pause(LONG);
              interrupted.set(Thread.currentThread().isInterrupted());
            }));

    assertThat(interrupted).isTrue();
  }

  @Test
  void isOneTimeForAllThreads() throws InterruptedException {
    Pacer pacer = pacer();
    Duration before = pacer.elapsed();

    assertThatItReturns(started(() -> pacer.pause(SHORT)));

    assertThat(pacer.elapsed().minus(before)).isGreaterThanOrEqualTo(SHORT);
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work, "pacer");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Goes on when the thread waits, or has nothing more to wait for. */
  private static void awaitTheWait(Thread thread) {
    while (thread.isAlive()
        && thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private void assertThatItReturns(Thread thread) throws InterruptedException {
    thread.join(patience().toMillis());
    boolean stillWaits = thread.isAlive();
    thread.interrupt();
    assertThat(stillWaits).as("still waits").isFalse();
  }
}
