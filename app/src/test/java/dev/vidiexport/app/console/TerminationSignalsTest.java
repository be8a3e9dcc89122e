package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TerminationSignalsTest {
  private final StringWriter said = new StringWriter();
  private final List<Runnable> cleaning = new ArrayList<>();
  private final TerminationSignals interruption =
      new TerminationSignals(
          new UserMessages(new PrintWriter(said, true), UserMessages.Level.QUIET),
          (exitCode, cleanUp) -> cleaning.add(cleanUp));

  /** A run that notes what it is told. */
  private static final class NotingRun implements InterruptibleRun {
    private final List<String> told = new ArrayList<>();

    @Override
    public synchronized void cancel() {
      told.add("cancel");
    }

    @Override
    public synchronized void abandon(int exitCode) {
      told.add("abandon with " + exitCode);
    }

    synchronized List<String> told() {
      return List.copyOf(told);
    }
  }

  @Test
  void endsAllRunsThatAreRegistered() {
    NotingRun one = new NotingRun();
    NotingRun other = new NotingRun();
    interruption.register(one);
    interruption.register(other);

    interruption.onSignal(ExitCode.TERMINATED);

    assertThat(one.told()).containsExactly("cancel");
    assertThat(other.told()).containsExactly("cancel");
    assertThat(interruption.hasCome()).isTrue();
    assertThat(interruption.exitCode()).isEqualTo(ExitCode.TERMINATED);
  }

  @Test
  void leavesRunsAloneThatHaveEnded() {
    NotingRun ended = new NotingRun();
    TerminationSignals.Registration registration = interruption.register(ended);
    registration.close();
    registration.close();

    interruption.onSignal(ExitCode.INTERRUPTED);
    cleaning.get(0).run();

    assertThat(ended.told()).isEmpty();
  }

  @Test
  void endsARunAtOnceThatBeginsAfterTheSignal() {
    interruption.onSignal(ExitCode.INTERRUPTED);
    NotingRun late = new NotingRun();

    interruption.register(late);

    assertThat(late.told()).containsExactly("cancel");
  }

  @Test
  void listensToTheFirstSignalAlone() {
    NotingRun run = new NotingRun();
    interruption.register(run);

    interruption.onSignal(ExitCode.INTERRUPTED);
    interruption.onSignal(ExitCode.TERMINATED);

    assertThat(run.told()).containsExactly("cancel");
    assertThat(interruption.exitCode()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(cleaning).hasSize(1);
  }

  @Test
  void abandonsEveryRunAndSaysItOnceWhenTheyDoNotEnd() {
    NotingRun one = new NotingRun();
    NotingRun other = new NotingRun();
    interruption.register(one);
    interruption.register(other);
    interruption.onSignal(ExitCode.TERMINATED);

    cleaning.get(0).run();

    assertThat(one.told()).containsExactly("cancel", "abandon with 143");
    assertThat(other.told()).containsExactly("cancel", "abandon with 143");
    assertThat(said.toString()).isEqualTo("vidiexport: The run was interrupted.\n");
  }

  @Test
  void letsNoRunWaitForAnotherThatIsStuck() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch abandoned = new CountDownLatch(1);
    interruption.register(abandonedBy(() -> await(never)));
    interruption.register(abandonedBy(abandoned::countDown));
    interruption.onSignal(ExitCode.TERMINATED);
    Thread forcedShutdown = new Thread(cleaning.get(0));

    forcedShutdown.start();
    abandoned.await();

    never.countDown();
    forcedShutdown.join();
  }

  private static InterruptibleRun abandonedBy(Runnable action) {
    return new InterruptibleRun() {
      @Override
      public void cancel() {}

      @Override
      public void abandon(int exitCode) {
        action.run();
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void tellsWhatAnInterruptedCommandEndsWith() {
    interruption.onSignal(ExitCode.TERMINATED);

    int exitCode =
        interruption.run(
            () -> {
              throw ExportException.cancelled();
            });

    assertThat(exitCode).isEqualTo(ExitCode.TERMINATED);
    assertThat(said.toString()).isEqualTo("vidiexport: The run was interrupted.\n");
  }

  @Test
  void leavesOtherFailuresToWhoeverAsked() {
    ExportException failure = new ExportException(FailureReason.BUILD_FAILED, "It failed.");

    assertThatThrownBy(
            () ->
                interruption.run(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }
}
