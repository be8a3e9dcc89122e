package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is true of every {@link Quota}, for claims of one run or of several. */
public abstract class QuotaContract {
  /** So many callers ask at the same time, where several do. */
  public static final int CALLERS = 8;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  /**
   * A quota of which nothing has been claimed.
   *
   * @param limits what it is to keep, not above what the service documents
   */
  protected abstract Quota quota(ServiceLimits limits);

  /** Lets time pass, for all quotas of this test. */
  protected abstract void pass(Duration time);

  private Quota of(int calls, int connections, int exports) {
    return quota(new ServiceLimits(calls, WINDOW, connections, exports));
  }

  @Test
  void tellsItsLimits() {
    assertThat(of(7, 2, 1).limits()).isEqualTo(new ServiceLimits(7, WINDOW, 2, 1));
  }

  @Test
  void takesNothingForAClaimAlone() {
    Quota quota = of(1, 1, 1);
    for (int claim = 0; claim < 5; claim++) {
      quota.claim();
    }

    call(quota.claim(), true);
  }

  @Test
  void letsNoMoreCallsPassThanTheLimit() {
    Quota quota = of(3, 2, 1);
    Quota.Claim claim = quota.claim();
    call(claim, false);
    call(claim, false);
    callAndRest(quota.claim(), false);

    assertReached(Limit.CALLS, claim.take(false));
    assertReached(Limit.CALLS, quota.claim().take(false));
  }

  @Test
  void tellsWhenThereIsRoomForACall() {
    Quota quota = of(2, 1, 1);
    callAndRest(quota.claim(), false);
    pass(Duration.ofSeconds(20));
    callAndRest(quota.claim(), false);
    Quota.Claim claim = quota.claim();

    Duration least = claim.take(false).flatMap(LimitReached::least).orElseThrow();

    assertThat(least).isEqualTo(Duration.ofSeconds(40));
    pass(least);
    call(claim, false);
    assertReached(Limit.CALLS, claim.take(false));
  }

  @Test
  void leavesSpareCallsToOthers() {
    Quota quota = of(3, 2, 1);
    callAndRest(quota.claim(), false);
    Quota.Claim sparing = quota.claim();

    assertReached(Limit.CALLS, sparing.take(false, 2));
    assertThat(sparing.take(false, 1)).as("what a call is short of that leaves one").isEmpty();
    sparing.end();
    sparing.giveBackConnection();

    callAndRest(quota.claim(), false);
  }

  @Test
  void tellsWhenThereIsRoomForACallBesidesTheSpareOnes() {
    Quota quota = of(3, 1, 1);
    for (int call = 0; call < 3; call++) {
      callAndRest(quota.claim(), false);
      pass(Duration.ofSeconds(10));
    }
    Quota.Claim claim = quota.claim();

    Duration least = claim.take(false, 1).flatMap(LimitReached::least).orElseThrow();

    assertThat(least).isEqualTo(Duration.ofSeconds(40));
    pass(least.minusMillis(1));
    assertReached(Limit.CALLS, quota.claim().take(false, 1));
    pass(Duration.ofMillis(1));
    assertThat(claim.take(false, 1)).as("what the call is short of").isEmpty();
  }

  @Test
  void sparesNoMoreCallsThanThereAreBesidesItsOwn() {
    Quota quota = of(2, 1, 1);
    Quota.Claim claim = quota.claim();

    assertThat(claim.take(false, 2)).as("what the call is short of").isEmpty();

    claim.end();
    assertReached(Limit.CALLS, claim.take(false, 2));
  }

  @Test
  void countsACallUntilAWindowAfterItsEnd() {
    Quota quota = of(1, 2, 1);
    Quota.Claim claim = quota.claim();
    Quota.Claim other = quota.claim();
    claim.take(false);

    pass(WINDOW.multipliedBy(2));
    assertReached(Limit.CALLS, other.take(false));
    claim.end();
    pass(WINDOW.minusMillis(1));
    assertReached(Limit.CALLS, other.take(false));
    pass(Duration.ofMillis(1));
    call(other, false);
  }

  @Test
  void letsNoMoreConnectionsOpenThanTheLimit() {
    Quota quota = of(9, 2, 1);
    call(quota.claim(), false);
    call(quota.claim(), false);

    assertReached(Limit.CONNECTIONS, quota.claim().take(false));
  }

  @Test
  void holdsOneConnectionHoweverManyCallsItMakes() {
    Quota quota = of(9, 2, 1);
    Quota.Claim claim = quota.claim();
    call(claim, false);
    call(claim, false);

    call(quota.claim(), false);
  }

  @Test
  void givesItsConnectionBackWhole() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    call(claim, false);
    call(claim, false);

    claim.giveBackConnection();

    call(quota.claim(), false);
    assertReached(Limit.CONNECTIONS, claim.take(false));
  }

  @Test
  void givesBackNoConnectionButItsOwn() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    Quota.Claim other = quota.claim();
    callAndRest(claim, false);
    call(other, false);

    claim.giveBackConnection();
    quota.claim().giveBackConnection();

    assertReached(Limit.CONNECTIONS, claim.take(false));
  }

  @Test
  void letsNoMoreExportsBeBuiltThanTheLimit() {
    Quota quota = of(9, 1, 2);
    callAndRest(quota.claim(), true);
    callAndRest(quota.claim(), true);

    assertReached(Limit.EXPORTS, quota.claim().take(true));
  }

  @Test
  void holdsRoomForOneExportHoweverManyCallsItMakes() {
    Quota quota = of(9, 1, 2);
    Quota.Claim claim = quota.claim();
    call(claim, true);
    callAndRest(claim, true);

    call(quota.claim(), true);
  }

  @Test
  void givesRoomForItsExportBackWhole() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    call(claim, true);
    callAndRest(claim, true);

    claim.giveBackExport();

    callAndRest(quota.claim(), true);
    assertReached(Limit.EXPORTS, claim.take(true));
  }

  @Test
  void givesBackNoExportButItsOwn() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    callAndRest(claim, true);
    claim.giveBackExport();
    callAndRest(quota.claim(), true);

    claim.giveBackExport();
    quota.claim().giveBackExport();

    assertReached(Limit.EXPORTS, claim.take(true));
  }

  @Test
  void needsNoRoomForAnExportWhereNothingIsBuilt() {
    Quota quota = of(9, 1, 1);
    callAndRest(quota.claim(), false);
    callAndRest(quota.claim(), true);

    call(quota.claim(), false);
  }

  @Test
  void keepsRoomForAnExportThoughCallsAreShort() {
    Quota quota = of(1, 1, 1);
    callAndRest(quota.claim(), false);
    Quota.Claim claim = quota.claim();
    Quota.Claim other = quota.claim();

    assertReached(Limit.CALLS, claim.take(true));

    pass(WINDOW);
    assertReached(Limit.EXPORTS, other.take(true));
    call(claim, true);
  }

  @Test
  void keepsRoomForAnExportThoughConnectionsAreShort() {
    Quota quota = of(9, 1, 1);
    Quota.Claim other = quota.claim();
    call(other, false);
    Quota.Claim claim = quota.claim();

    assertReached(Limit.CONNECTIONS, claim.take(true));

    assertReached(Limit.EXPORTS, other.take(true));
    other.giveBackConnection();
    call(claim, true);
  }

  @Test
  void holdsNoConnectionWhileCallsAreShort() {
    Quota quota = of(1, 1, 1);
    callAndRest(quota.claim(), false);
    assertReached(Limit.CALLS, quota.claim().take(false));

    pass(WINDOW.multipliedBy(2));

    call(quota.claim(), false);
  }

  @Test
  void countsNoCallThatIsShortOfAConnection() {
    Quota quota = of(2, 1, 1);
    Quota.Claim claim = quota.claim();
    call(claim, false);
    assertReached(Limit.CONNECTIONS, quota.claim().take(false));

    call(claim, false);
  }

  @Test
  void holdsUpNobodyWhoWasToldToSlowDown() {
    Quota.Claim claim = of(9, 2, 1).claim();
    call(claim, false);

    claim.slowDown(Duration.ofSeconds(10));

    call(claim, false);
  }

  @Test
  void countsNoCallThatWasGivenBack() {
    Quota quota = of(1, 2, 1);
    Quota.Claim claim = quota.claim();
    assertThat(claim.take(false)).isEmpty();

    claim.giveBackCall();

    call(quota.claim(), false);
  }

  @Test
  void givesTheConnectionBackThatItTookForACallNotMade() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    assertThat(claim.take(false)).isEmpty();

    claim.giveBackCall();

    call(quota.claim(), false);
  }

  @Test
  void keepsTheConnectionFromBeforeACallNotMade() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    call(claim, false);
    assertThat(claim.take(false)).isEmpty();

    claim.giveBackCall();

    assertReached(Limit.CONNECTIONS, quota.claim().take(false));
  }

  @Test
  void keepsRoomForAnExportOfACallNotMade() {
    Quota quota = of(9, 1, 1);
    Quota.Claim claim = quota.claim();
    assertThat(claim.take(true)).isEmpty();

    claim.giveBackCall();

    assertReached(Limit.EXPORTS, quota.claim().take(true));
  }

  @Test
  void holdsUpTheOthersUntilThePauseIsOver() {
    Quota quota = of(9, 2, 1);
    Quota.Claim told = quota.claim();
    call(told, false);

    told.slowDown(Duration.ofSeconds(10));

    pass(Duration.ofSeconds(4));
    Quota.Claim other = quota.claim();
    assertThat(other.take(false).flatMap(LimitReached::least)).contains(Duration.ofSeconds(6));
    pass(Duration.ofSeconds(6));
    call(other, false);
  }

  @Test
  void holdsNobodyUpLongerThanAWindow() {
    Quota quota = of(9, 2, 1);
    Quota.Claim told = quota.claim();
    call(told, false);

    told.slowDown(WINDOW.multipliedBy(60));

    pass(WINDOW);
    call(quota.claim(), false);
  }

  @Test
  void keepsToTheLimitWhenManyAskAtTheSameTime() throws InterruptedException {
    Quota quota = of(50, 2, 1);
    CountDownLatch ready = new CountDownLatch(CALLERS);
    AtomicInteger passed = new AtomicInteger();
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      Quota.Claim claim = quota.claim();
      Thread thread = new Thread(() -> askTogether(claim, ready, passed));
      thread.setDaemon(true);
      thread.start();
      callers.add(thread);
    }

    for (Thread caller : callers) {
      caller.join(TimeUnit.MINUTES.toMillis(2));
    }

    assertThat(callers).as("callers that wait for room").noneMatch(Thread::isAlive);
    assertThat(passed.get()).as("connections").isBetween(1, 2);
  }

  private static void askTogether(Quota.Claim claim, CountDownLatch ready, AtomicInteger passed) {
    ready.countDown();
    while (ready.getCount() > 0) {
      Thread.onSpinWait();
    }
    if (claim.take(false).isEmpty()) {
      passed.incrementAndGet();
    }
  }

  private static void call(Quota.Claim claim, boolean mayBuild) {
    assertThat(claim.take(mayBuild)).as("what the call is short of").isEmpty();
    claim.end();
  }

  private static void callAndRest(Quota.Claim claim, boolean mayBuild) {
    call(claim, mayBuild);
    claim.giveBackConnection();
  }

  private static void assertReached(Limit limit, Optional<LimitReached> reached) {
    assertThat(reached.map(LimitReached::limit)).as("what the call is short of").contains(limit);
  }
}
