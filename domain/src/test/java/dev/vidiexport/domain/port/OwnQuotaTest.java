package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Shortage;
import dev.vidiexport.domain.polling.Shortage.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnQuotaTest {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final RecordingPacer pacer = new RecordingPacer();

  private Quota of(int calls, int connections, int exports) {
    return Quota.ofItsOwn(new ServiceLimits(calls, WINDOW, connections, exports), pacer::elapsed);
  }

  @Test
  void countsTheCallsOfAllClaims() {
    Quota quota = of(2, 2, 2);
    assertThat(quota.limits()).isEqualTo(new ServiceLimits(2, WINDOW, 2, 2));
    call(quota.claim());
    call(quota.claim());

    assertThat(quota.claim().take(false)).contains(Shortage.lasting(Limit.CALLS, false, WINDOW));

    pacer.pause(WINDOW);
    assertThat(quota.claim().take(false)).isEmpty();
  }

  @Test
  void keepsAConnectionUntilItIsGivenBack() {
    Quota quota = of(9, 1, 1);
    Quota.Claim one = quota.claim();
    Quota.Claim other = quota.claim();
    one.take(false);
    one.end();

    assertThat(other.take(false)).contains(Shortage.untilSomebodyIsDone(Limit.CONNECTIONS, false));
    assertThat(one.take(false)).isEmpty();

    one.giveBackConnection();
    one.giveBackConnection();
    assertThat(other.take(false)).isEmpty();
    assertThat(one.take(false)).isPresent();
  }

  @Test
  void keepsAnExportUntilItIsGivenBack() {
    Quota quota = of(9, 9, 1);
    Quota.Claim one = quota.claim();
    Quota.Claim other = quota.claim();
    one.take(true);
    one.end();
    one.giveBackConnection();

    assertThat(other.take(true)).contains(Shortage.untilSomebodyIsDone(Limit.EXPORTS, false));
    assertThat(other.take(false)).isEmpty();

    one.giveBackExport();
    one.giveBackExport();
    assertThat(other.take(true)).isEmpty();
    assertThat(one.take(true)).isPresent();
  }

  @Test
  void takesNoConnectionForACallThatItHasNoRoomFor() {
    Quota quota = of(1, 1, 1);
    Quota.Claim one = quota.claim();
    one.take(false);
    one.end();
    one.giveBackConnection();
    Quota.Claim late = quota.claim();
    assertThat(late.take(false)).isPresent();
    pacer.pause(WINDOW);

    assertThat(one.take(false)).isEmpty();
  }

  @Test
  void countsNoCallThatWasGivenBack() {
    Quota quota = of(1, 1, 1);
    Quota.Claim one = quota.claim();
    assertThat(one.take(true)).isEmpty();

    one.giveBackCall();

    Quota.Claim other = quota.claim();
    assertThat(other.take(false)).isEmpty();
    other.giveBackCall();
    assertThat(other.take(true)).contains(Shortage.untilSomebodyIsDone(Limit.EXPORTS, false));
  }

  @Test
  void keepsAConnectionFromBeforeTheCallThatWasGivenBack() {
    Quota quota = of(9, 1, 1);
    Quota.Claim one = quota.claim();
    one.take(false);
    one.end();
    one.take(false);

    one.giveBackCall();

    assertThat(quota.claim().take(false))
        .contains(Shortage.untilSomebodyIsDone(Limit.CONNECTIONS, false));
  }

  @Test
  void letsTheOthersWaitWhenOneIsToldToSlowDown() {
    Quota quota = of(9, 3, 3);
    Quota.Claim told = quota.claim();
    call(told);

    told.slowDown(Duration.ofSeconds(4));
    told.slowDown(Duration.ofSeconds(3));

    pacer.pause(Duration.ofSeconds(1));
    assertThat(quota.claim().take(false))
        .contains(Shortage.lasting(Limit.PAUSE, false, Duration.ofSeconds(3)));
    call(told);
    pacer.pause(Duration.ofSeconds(3));
    call(quota.claim());
  }

  @Test
  void letsNobodyWaitLongerThanAWindow() {
    Quota quota = of(9, 3, 3);
    quota.claim().slowDown(Duration.ofDays(1));

    assertThat(quota.claim().take(false)).contains(Shortage.lasting(Limit.PAUSE, false, WINDOW));
  }

  private static void call(Quota.Claim claim) {
    assertThat(claim.take(false)).isEmpty();
    claim.end();
    claim.giveBackConnection();
  }
}
