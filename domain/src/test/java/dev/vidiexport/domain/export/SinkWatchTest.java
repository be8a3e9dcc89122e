package dev.vidiexport.domain.export;

import static dev.vidiexport.domain.port.FakeVidiCenter.finished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.port.FakeRow;
import dev.vidiexport.domain.port.InMemoryDestination.Step;
import dev.vidiexport.domain.port.RecordingListener;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.watchdog.SlowCallTimer;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A sink that stays in one call for a long time is reported, and no other is. */
class SinkWatchTest {
  private final RecordingPacer pacer = new RecordingPacer();
  private final RecordingListener listener = new RecordingListener();
  private final SinkWatch watch =
      new SinkWatch(new RunGuard(pacer, Duration.ofHours(1)), listener, "the format slow");

  @Test
  void tellsOfOneCallOnce() {
    SinkCall commit = SinkCall.committing();
    pacer.advance(Duration.ofMinutes(10));
    for (int second = 0; second < 60; second++) {
      watch.look(commit);
      pacer.advance(Duration.ofSeconds(1));
    }

    assertThat(listener.events())
        .containsExactly("the format slow is still completing the output for PT20S");
  }

  @Test
  void saysNothingWhileCallsComeAndGo() {
    for (int call = 0; call < 10; call++) {
      SinkCall write = SinkCall.writing();
      watch.look(write);
      pacer.advance(SlowCallTimer.PATIENCE.minusMillis(1));
      watch.look(write);
    }

    assertThat(listener.events()).isEmpty();
  }

  @Test
  void tellsOfEveryCallThatIsSlow() {
    for (SinkCall call : new SinkCall[] {SinkCall.writing(), SinkCall.closing()}) {
      watch.look(call);
      pacer.advance(SlowCallTimer.PATIENCE);
      watch.look(call);
    }

    assertThat(listener.events())
        .containsExactly(
            "the format slow is still writing rows for PT20S",
            "the format slow is still closing the output for PT20S");
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void isAskedWhileASinkCommits() {
    TestExport export = new TestExport();
    CountDownLatch told = new CountDownLatch(1);
    export.listener.whenSlow(told::countDown);
    export.destination.when(
        Step.COMMIT,
        () -> {
          while (told.getCount() > 0) {
            export.pacer.advance(Duration.ofSeconds(1));
            await(told);
          }
        });
    export.vidiCenter.replies(finished(FakeRow.of("location_id", "1056")));

    assertThat(export.output().rows()).hasSize(1);
    assertThat(export.listener.events())
        .anyMatch(event -> event.startsWith("the format memory is still completing the output"));
  }

  private static void await(CountDownLatch latch) throws InterruptedIOException {
    try {
      latch.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new InterruptedIOException("interrupted");
    }
  }
}
