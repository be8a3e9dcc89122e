package dev.vidiexport.http.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.RecordingQuota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallAdmissionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RecordingPacer pacer = new RecordingPacer();
  private final List<String> told = new ArrayList<>();
  private final CallLimiter limiter =
      new CallLimiter(
          Quota.ofItsOwn(new ServiceLimits(2, Duration.ofSeconds(10), 1, 1), pacer::elapsed));
  private final CallAdmission admission =
      limiter.admission(pacer, CallListener.NONE, () -> told.add("idle connections closed"));

  @Test
  void waitsUntilTheServiceTakesTheNextCall() throws TroubleException {
    fill();

    CallPermit pass = admission.enter(false, MINUTE, () -> false);

    assertThat(pass.timeLeft()).isEqualTo(Duration.ofSeconds(50));
    assertThat(pacer.waits()).isEqualTo(Collections.nCopies(10, Duration.ofSeconds(1)));
  }

  @Test
  void holdsNoConnectionWhileItWaits() throws TroubleException {
    fill();
    assertThat(told).isEmpty();
    CallAdmission other = limiter.admission(pacer, CallListener.NONE, () -> {});

    admission.enter(false, MINUTE, () -> pacer.waits().size() == 20);

    assertThat(told).isNotEmpty();
    assertHeld(() -> other.enter(false, Duration.ofSeconds(1), () -> false));
    admission.rest();
    assertThat(other.enter(false, MINUTE, () -> false).timeLeft()).isPositive();
  }

  @Test
  void givesUpAtOnceWhenTheWaitTakesAllTheTime() throws TroubleException {
    fill();

    assertHeld(() -> admission.enter(false, Duration.ofSeconds(10), () -> false))
        .isEqualTo("the service's limits allow the next call in 10s");
    assertThat(pacer.waits()).isEmpty();
  }

  @Test
  void looksAgainForAConnectionThatSomebodyHoldsUntilTheTimeIsOver() throws TroubleException {
    limiter.admission(pacer, CallListener.NONE, () -> {}).enter(false, MINUTE, () -> false);

    assertHeld(() -> admission.enter(false, Duration.ofSeconds(1), () -> false))
        .isEqualTo("this run's other exports use up the service's limits (1 connection)");
    assertThat(pacer.waits()).isEqualTo(Collections.nCopies(4, Duration.ofMillis(200)));
  }

  @Test
  void keepsRoomForAnExportUntilItIsBuilt() throws TroubleException {
    CallAdmission builder = limiter.admission(pacer, CallListener.NONE, () -> {});
    builder.leave(builder.enter(true, MINUTE, () -> false));
    builder.rest();

    assertHeld(() -> admission.enter(true, Duration.ofSeconds(1), () -> false))
        .isEqualTo("this run's other exports use up the service's limits (1 export being built)");

    builder.endBuild();
    assertThat(admission.enter(true, MINUTE, () -> false).timeLeft()).isPositive();
  }

  @Test
  void givesTheRoomBackWhenNoTimeIsLeftForTheCall() throws TroubleException {
    assertHeld(() -> admission.enter(false, Duration.ZERO, () -> false))
        .isEqualTo("no time was left for the next call");

    assertThat(admission.enter(false, MINUTE, () -> false).timeLeft()).isEqualTo(MINUTE);
  }

  @Test
  void countsNoCallForWhichThereWasNoTime() throws TroubleException {
    assertHeld(() -> admission.enter(false, Duration.ZERO, () -> false));
    assertHeld(() -> admission.enter(false, Duration.ZERO, () -> false));

    assertThat(admission.enter(false, MINUTE, () -> false).timeLeft()).isEqualTo(MINUTE);
  }

  @Test
  void letsNoCallPassThatHasLeft() throws TroubleException {
    CallPermit pass = admission.enter(false, MINUTE, () -> false);

    admission.leave(pass);

    assertThatThrownBy(pass::markSent)
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.DEFECT));
  }

  @Test
  void beginsNoCallWithTheLittleTimeThatAWaitHasLeft() throws TroubleException {
    fill();

    assertHeld(() -> admission.enter(false, Duration.ofMillis(10_999), () -> false))
        .isEqualTo("the service's limits allow the next call in 10s");
    assertThat(pacer.waits()).isEmpty();

    assertThat(admission.enter(false, Duration.ofSeconds(11), () -> false).timeLeft())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void countsNoCallForWhichAWaitOfUnknownLengthHasLeftTooLittleTime() throws TroubleException {
    CallAdmission other = limiter.admission(pacer, CallListener.NONE, () -> {});
    other.leave(other.enter(false, MINUTE, () -> false));
    BooleanSupplier longAfterOnePause =
        () -> {
          if (pacer.waits().size() == 1) {
            pacer.pause(Duration.ofMillis(701));
            other.rest();
          }
          return false;
        };

    assertHeld(() -> admission.enter(false, Duration.ofSeconds(1), longAfterOnePause))
        .isEqualTo("this run's other exports use up the service's limits (1 connection)");

    assertThat(admission.enter(false, Duration.ofMillis(1), () -> false).timeLeft())
        .as("of the second call of two, which is all that there is time for")
        .isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void tellsAgainWhenItWaitsForAnotherReason() throws TroubleException {
    LimitReached connections =
        LimitReached.untilSomebodyIsDone(LimitReached.Limit.CONNECTIONS, true);
    LimitReached calls =
        LimitReached.lasting(LimitReached.Limit.CALLS, true, Duration.ofSeconds(1));
    Quota scarce =
        new RecordingQuota(ServiceLimits.documented(), pacer)
            .shortOf(List.of(connections, connections, calls, calls, connections));
    List<Duration> waited = new ArrayList<>();
    CallListener listener =
        new CallListener() {
          @Override
          public void onCall(String method, String url, String outcome, Duration duration) {}

          @Override
          public void onHeld(String reason) {
            told.add(reason);
          }

          @Override
          public void onWaited(Duration time) {
            waited.add(time);
          }
        };

    new CallLimiter(scarce).admission(pacer, listener, () -> {}).enter(false, MINUTE, () -> false);

    assertThat(told)
        .containsExactly(
            connections.reason(scarce.limits()),
            calls.reason(scarce.limits()),
            connections.reason(scarce.limits()));
    assertThat(waited)
        .as("one wait, however often it is looked whether it is over")
        .containsExactly(pacer.waits().stream().reduce(Duration.ZERO, Duration::plus));
  }

  @Test
  void endsTheWaitWhenThePacerIsCancelled() throws TroubleException {
    fill();
    pacer.cancel();

    assertThatThrownBy(() -> admission.enter(false, MINUTE, () -> false))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CANCELLED));
  }

  @Test
  void endsTheWaitWhenTheCallIsCancelled() throws TroubleException {
    fill();

    assertThatThrownBy(() -> admission.enter(false, MINUTE, () -> pacer.waits().size() == 3))
        .isInstanceOf(ExportException.class);
    assertThat(pacer.waits()).hasSize(3);
  }

  private static org.assertj.core.api.AbstractStringAssert<?> assertHeld(
      ThrowingCallable entering) {
    Trouble[] trouble = new Trouble[1];
    assertThatThrownBy(entering)
        .isInstanceOfSatisfying(TroubleException.class, failure -> trouble[0] = failure.trouble());
    assertThat(trouble[0].kind()).isEqualTo(Trouble.Kind.LIMITS_HELD);
    return assertThat(trouble[0].reason());
  }

  private void fill() throws TroubleException {
    for (int call = 0; call < 2; call++) {
      admission.leave(admission.enter(false, MINUTE, () -> false));
    }
  }
}
