package dev.vidiexport.domain.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Calls are made in their order on one thread, and nobody waits for one that hangs longer than the
 * check allows. What hangs here waits for a latch, so that no test depends on how long a step is.
 */
@Timeout(20)
class WatchedThreadTest {
  private static final WatchedThread.Check<RuntimeException> PATIENT = () -> {};
  private static final long STEP_MILLIS = WatchedThread.STEP.toMillis();

  private final CountDownLatch hangs = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final WatchedThread thread = new WatchedThread(DaemonThreads.named("watched"));

  @AfterEach
  void letGo() {
    letGo.countDown();
  }

  /** Hangs until it is let go or interrupted. */
  private void hang() {
    hangs.countDown();
    try {
      letGo.await();
    } catch (InterruptedException ended) {
      interrupted.countDown();
    }
  }

  private static final class GaveUpException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static WatchedThread.Check<GaveUpException> givingUpAtLook(int look) {
    AtomicInteger looks = new AtomicInteger();
    return () -> {
      if (looks.incrementAndGet() == look) {
        throw new GaveUpException();
      }
    };
  }

  @Test
  void makesCallsOneAfterTheOtherOnOneThreadOfItsOwn() throws Exception {
    List<Thread> threads = new ArrayList<>();

    thread.call(() -> threads.add(Thread.currentThread()), PATIENT);
    thread.call(() -> threads.add(Thread.currentThread()), PATIENT);

    assertThat(threads).hasSize(2).doesNotContain(Thread.currentThread());
    assertThat(threads.get(0))
        .isSameAs(threads.get(1))
        .returns("watched", Thread::getName)
        .returns(true, Thread::isDaemon);
  }

  @Test
  void passesOnWhatACallThrowsAndMakesTheNext() throws Exception {
    List<String> made = new ArrayList<>();
    IOException failure = new IOException("broken");

    assertThatThrownBy(
            () ->
                thread.call(
                    () -> {
                      throw failure;
                    },
                    PATIENT))
        .isInstanceOf(ExecutionException.class)
        .hasCause(failure);
    thread.call(() -> made.add("next"), PATIENT);

    assertThat(made).containsExactly("next");
  }

  @Test
  void looksAgainUntilTheCallIsDone() throws Exception {
    AtomicInteger looks = new AtomicInteger();

    thread.call(
        this::hang,
        () -> {
          if (looks.incrementAndGet() == 3) {
            letGo.countDown();
          }
        });

    assertThat(looks).hasValueGreaterThanOrEqualTo(3);
  }

  @Test
  void leavesACallBehindThatTheCheckDoesNotWaitFor() {
    assertThatThrownBy(() -> thread.call(this::hang, givingUpAtLook(2)))
        .isInstanceOf(GaveUpException.class);

    assertThat(thread.hasEnded()).isFalse();
  }

  @Test
  void saysWhereItHangs() throws Exception {
    thread.start(this::hang);
    hangs.await();

    Throwable where = thread.whereItIs("the format");

    assertThat(where).hasMessage("This is where the format was");
    assertThat(where.getStackTrace())
        .anyMatch(
            frame ->
                frame.getClassName().equals(WatchedThreadTest.class.getName())
                    && frame.getMethodName().equals("hang"));
  }

  @Test
  void interruptsWhatHangs() throws Exception {
    thread.start(this::hang);
    thread.end();
    hangs.await();

    thread.interrupt();

    interrupted.await();
    thread.awaitEnd(PATIENT);
    assertThat(thread.hasEnded()).isTrue();
  }

  @Test
  void hasNotEndedBeforeAllIsDoneThatItWasGiven() throws Exception {
    List<String> made = new ArrayList<>();
    thread.start(this::hang);
    thread.start(() -> made.add("behind it"));
    thread.end();
    hangs.await();

    assertThat(thread.hasEnded()).isFalse();

    letGo.countDown();
    thread.awaitEnd(PATIENT);
    assertThat(thread.hasEnded()).isTrue();
    assertThat(made).containsExactly("behind it");
  }

  @Test
  void waitsForTheEndNoLongerThanTheCheckAllows() {
    thread.start(this::hang);

    assertThatThrownBy(() -> thread.awaitEnd(givingUpAtLook(2)))
        .isInstanceOf(GaveUpException.class);
  }

  @Test
  void waitsForTheEndNoLongerThanPatienceLasts() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    thread.start(this::hang);

    boolean ended =
        thread.awaitEnd(() -> Duration.ofMillis(2 * STEP_MILLIS + 1), looks::incrementAndGet);

    assertThat(ended).isFalse();
    assertThat(looks).hasValue(3);
  }

  @Test
  void waitsLessWhenPatienceShrinksMeanwhile() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    thread.start(this::hang);

    boolean ended =
        thread.awaitEnd(
            () -> looks.get() == 0 ? Duration.ofDays(1) : Duration.ofMillis(STEP_MILLIS),
            looks::incrementAndGet);

    assertThat(ended).isFalse();
    assertThat(looks).hasValue(1);
  }

  @Test
  void doesNotWaitWithoutPatience() throws Exception {
    thread.start(this::hang);

    assertThat(thread.awaitEnd(() -> Duration.ofMillis(-1), PATIENT)).isFalse();
    assertThat(thread.awaitEnd(() -> Duration.ZERO, PATIENT)).isFalse();
  }

  @Test
  void saysThatItHasEndedWithinPatience() throws Exception {
    thread.start(() -> {});
    thread.end();

    assertThat(thread.awaitEnd(() -> Duration.ofDays(1), PATIENT)).isTrue();
    assertThat(thread.awaitEnd(() -> Duration.ZERO, PATIENT)).isTrue();
  }

  @Test
  void waitsNoLongerWhenTheWaitingThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> thread.call(this::hang, PATIENT))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void runsNothingBeforeItIsGivenSomething() {
    assertThat(thread.hasEnded()).isTrue();
  }

  @Test
  void endsWhenItIsInterruptedAndHasNothingToDo() throws Exception {
    thread.call(() -> {}, PATIENT);

    thread.interrupt();

    thread.awaitEnd(PATIENT);
    assertThat(thread.hasEnded()).isTrue();
  }

  @Test
  void mayBeToldToEndTwice() throws Exception {
    thread.end();
    thread.awaitEnd(PATIENT);

    thread.end();

    assertThat(thread.hasEnded()).isTrue();
  }

  @Test
  void takesNothingMoreOnceItHasEnded() throws Exception {
    thread.end();
    thread.awaitEnd(PATIENT);

    assertThatThrownBy(() -> thread.start(() -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The thread has ended");
  }
}
