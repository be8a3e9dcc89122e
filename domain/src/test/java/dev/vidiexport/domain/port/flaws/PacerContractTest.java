package dev.vidiexport.domain.port.flaws;

import dev.vidiexport.domain.contract.ContractGuard;
import dev.vidiexport.domain.contract.Flaw;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.PacerContract;
import java.time.Duration;
import java.util.List;

class PacerContractTest extends ContractGuard<Pacer> {
  PacerContractTest() {
    super(Facts.class, PlainPacer::new, flaws());
  }

  static final class Facts extends PacerContract {
    @Override
    protected Pacer pacer() {
      return underTest(Pacer.class);
    }

    /** What hangs does so for ever, so that there is nothing to wait for. */
    @Override
    protected Duration patience() {
      return judgesFlaw() ? Duration.ofMillis(100) : super.patience();
    }
  }

  private static List<Flaw<Pacer>> flaws() {
    return List.of(
        new Flaw<>(
            "isNeverNegative",
            "begins before it begins",
            "-1S",
            () ->
                new PlainPacer() {
                  @Override
                  public Duration elapsed() {
                    return super.elapsed().minusSeconds(1);
                  }
                }),
        new Flaw<>(
            "neverGoesBack",
            "lets time pass backwards",
            "is not sorted",
            () ->
                new PlainPacer() {
                  @Override
                  public void pause(Duration pause) {
                    pass(pause);
                  }
                }),
        new Flaw<>(
            "letsAsMuchTimePassAsItIsTold",
            "returns early",
            "0.001S",
            () ->
                new PlainPacer() {
                  @Override
                  public void pause(Duration pause) {
                    super.pause(pause.dividedBy(2));
                  }
                }),
        new Flaw<>(
            "doesNotWaitForNothing",
            "takes a wait of nothing for one without end",
            "still waits",
            () ->
                new PlainPacer() {
                  @Override
                  public void pause(Duration pause) {
                    if (pause.isZero()) {
                      hang();
                    }
                  }
                }),
        new Flaw<>(
            "doesNotWaitForNothing",
            "takes a negative wait for one without end",
            "still waits",
            () ->
                new PlainPacer() {
                  @Override
                  public void pause(Duration pause) {
                    if (pause.isNegative()) {
                      hang();
                    }
                  }
                }),
        new Flaw<>(
            "endsTheWaitUnderWayWhenItIsCancelled",
            "does not notice that it is cancelled",
            "still waits",
            () ->
                new PlainPacer() {
                  @Override
                  public void pause(Duration pause) {
                    hang();
                  }
                }),
        new Flaw<>(
            "waitsNoMoreOnceItIsCancelled",
            "forgets that it was cancelled",
            "24H",
            () ->
                new PlainPacer() {
                  @Override
                  public void cancel() {}
                }),
        new Flaw<>(
            "staysCancelledWhoeverCancelsItAgain",
            "is cancelled every other time",
            "24H",
            () ->
                new PlainPacer() {
                  private boolean cancelled;

                  @Override
                  public void pause(Duration pause) {
                    if (!cancelled) {
                      super.pause(pause);
                    }
                  }

                  @Override
                  public synchronized void cancel() {
                    cancelled = !cancelled;
                  }
                }),
        new Flaw<>(
            "leavesItsThreadInterrupted",
            "keeps an interruption to itself",
            "AtomicBoolean(false)",
            () ->
                new PlainPacer() {
                  @Override
                  public void pause(Duration pause) {
                    if (!Thread.interrupted()) {
                      super.pause(pause);
                    }
                  }
                }),
        new Flaw<>(
            "isOneTimeForAllThreads",
            "has a time for each thread",
            "0S",
            () ->
                new PlainPacer() {
                  private final ThreadLocal<PlainPacer> own =
                      ThreadLocal.withInitial(PlainPacer::new);

                  @Override
                  public Duration elapsed() {
                    return own.get().elapsed();
                  }

                  @Override
                  public void pause(Duration pause) {
                    own.get().pause(pause);
                  }
                }));
  }
}
