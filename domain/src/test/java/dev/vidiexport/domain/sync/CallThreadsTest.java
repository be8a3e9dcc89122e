package dev.vidiexport.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.RecordingPacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallThreadsTest {
  private static final Duration FAR = Duration.ofMinutes(10);

  private final RecordingPacer time = new RecordingPacer();
  private final List<String> dealtWith = new ArrayList<>();

  private CallThreads threads(CallExecutor callers) {
    return new CallThreads(callers, time);
  }

  private CallThreads real() {
    return threads(call -> new Thread(call, "caller").start());
  }

  @AfterEach
  void isNotTold() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void dealsWithWhatCallsBringOnTheThreadThatAwaits() {
    CallThreads threads = real();
    Thread own = Thread.currentThread();

    threads.begin(
        () -> Thread.currentThread().getName(),
        caller -> dealtWith.add(caller + " " + (Thread.currentThread() == own)));

    assertThat(threads.areCalling()).isTrue();
    threads.await(FAR);
    assertThat(dealtWith).containsExactly("caller true");
    assertThat(threads.areCalling()).isFalse();
  }

  @Test
  void dealsWithReportsInTheirOrder() {
    CallThreads threads = threads(Runnable::run);

    threads.begin(
        () -> {
          threads.report(() -> dealtWith.add("a sign"));
          return "an answer";
        },
        dealtWith::add);

    assertThat(threads.dealWithReports()).isTrue();
    assertThat(dealtWith).containsExactly("a sign", "an answer");
    assertThat(threads.dealWithReports()).isFalse();
  }

  @Test
  void letsTimePassWhileNothingIsUnderWay() {
    threads(Runnable::run).await(Duration.ofSeconds(3));

    assertThat(time.waits()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void waitsAsItsCallersDo() {
    List<Runnable> held = new ArrayList<>();
    List<Duration> waits = new ArrayList<>();
    CallThreads threads =
        threads(
            new CallExecutor() {
              @Override
              public void begin(Runnable call) {
                held.add(call);
              }

              @Override
              public Runnable await(BlockingQueue<Runnable> reports, Duration most) {
                waits.add(most);
                held.remove(0).run();
                return reports.remove();
              }
            });
    threads.begin(() -> "an answer", dealtWith::add);
    threads.begin(() -> "another", dealtWith::add);

    threads.await(Duration.ofSeconds(3));

    assertThat(waits).containsExactly(Duration.ofSeconds(3));
    assertThat(dealtWith).containsExactly("an answer");
    assertThat(threads.awaitAll()).isEmpty();
    assertThat(dealtWith).containsExactly("an answer", "another");
  }

  @Test
  void waitsForNoCallThatGotNoThread() {
    CallThreads threads =
        threads(
            call -> {
              throw new RejectedExecutionException("no thread is left");
            });

    assertThatThrownBy(() -> threads.begin(() -> "", dealtWith::add))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(threads.areCalling()).isFalse();
    assertThat(threads.awaitAll()).isEmpty();
  }

  @Test
  void awaitsAllWhateverGoesWrong() {
    CallThreads threads = real();
    IllegalStateException defect = new IllegalStateException("a defect");
    threads.begin(
        () -> {
          throw defect;
        },
        nothing -> dealtWith.add("never"));
    threads.begin(() -> "an answer", dealtWith::add);

    assertThat(threads.awaitAll()).containsExactly(defect);

    assertThat(dealtWith).containsExactly("an answer");
    assertThat(threads.areCalling()).isFalse();
  }

  @Test
  void endsItsWaitWhenItsThreadIsToldToEnd() {
    CountDownLatch never = new CountDownLatch(1);
    CallThreads threads = real();
    threads.begin(() -> awaited(never), dealtWith::add);

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> threads.await(FAR))
        .isInstanceOfSatisfying(
            ExportException.class,
            ended -> assertThat(ended.kind()).isEqualTo(FailureKind.CANCELLED));
    never.countDown();
    assertThat(threads.awaitAll()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(dealtWith).containsExactly("an answer");
  }

  private static String awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError("Nobody interrupts a caller", interrupted);
    }
    return "an answer";
  }
}
