package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.CallBudget;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.TroubleException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class CallGateTest {
  private final FakePacer pacer = new FakePacer();
  private final CallGate gate =
      new CallGate(new CallBudget(new ServiceLimits(2, Duration.ofSeconds(10), 2, 3)), pacer);

  @Test
  void waitsUntilTheServiceTakesTheNextCall() throws TroubleException {
    fill();

    Duration left = gate.enter(Duration.ofMinutes(1), () -> false);

    assertThat(left).isEqualTo(Duration.ofSeconds(50));
    assertThat(pacer.pauses()).isEqualTo(Collections.nCopies(10, Duration.ofSeconds(1)));
  }

  @Test
  void givesUpAtOnceWhenTheWaitTakesAllTheTime() throws TroubleException {
    fill();

    assertThatThrownBy(() -> gate.enter(Duration.ofSeconds(10), () -> false))
        .isInstanceOfSatisfying(
            TroubleException.class,
            failure ->
                assertThat(failure.trouble())
                    .isEqualTo(
                        Trouble.of(
                            Trouble.Kind.LIMITS_HELD,
                            "the limits of the service leave room for the next call in 10s")));
    assertThat(pacer.pauses()).isEmpty();
  }

  @Test
  void endsTheWaitWhenThePacerIsCancelled() throws TroubleException {
    fill();
    pacer.cancel();

    assertThatThrownBy(() -> gate.enter(Duration.ofMinutes(1), () -> false))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED));
  }

  @Test
  void endsTheWaitWhenTheCallIsCancelled() throws TroubleException {
    fill();

    assertThatThrownBy(() -> gate.enter(Duration.ofMinutes(1), () -> pacer.pauses().size() == 3))
        .isInstanceOf(ExportException.class);
    assertThat(pacer.pauses()).hasSize(3);
  }

  private void fill() throws TroubleException {
    for (int call = 0; call < 2; call++) {
      gate.enter(Duration.ofMinutes(1), () -> false);
      gate.leave();
    }
  }
}
