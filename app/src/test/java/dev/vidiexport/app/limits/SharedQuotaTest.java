package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedQuotaTest {
  private static final ServiceLimits LIMITS = new ServiceLimits(2, Duration.ofMinutes(1), 2, 3);

  @TempDir private Path folder;
  private Duration now = Duration.ofDays(1);
  private final List<IOException> lost = new ArrayList<>();

  private LimitsFile open() throws IOException {
    return LimitsFile.open(
        folder.resolve("limits"),
        LIMITS,
        new MachineClock(1, () -> now, () -> Instant.EPOCH.plus(now)));
  }

  private SharedQuota over(LimitsFile file) {
    return new SharedQuota(LIMITS, file, () -> now, lost::add);
  }

  @Test
  void blamesNobodyForItsOwnCalls() throws IOException {
    try (LimitsFile file = open()) {
      Quota.Claim claim = over(file).claim();
      call(claim);
      now = now.plusSeconds(15);
      call(claim);

      assertThat(claim.take(false))
          .contains(LimitReached.lasting(Limit.CALLS, false, Duration.ofSeconds(45)));
    }
  }

  @Test
  void blamesOthersForTheirs() throws IOException {
    try (LimitsFile file = open();
        LimitsFile otherFile = open()) {
      call(over(otherFile).claim());
      Quota.Claim claim = over(file).claim();
      call(claim);

      assertThat(claim.take(false))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofMinutes(1)));
      now = now.plus(LIMITS.rateWindow());
      call(claim);
      call(claim);
    }
  }

  @Test
  void leavesSpareCallsToItsOwnCallersAndToOtherRuns() throws IOException {
    try (Quota quota = over(open());
        Quota others = over(open())) {
      Quota.Claim own = quota.claim();
      call(own);

      assertThat(own.take(false, 1))
          .contains(LimitReached.lasting(Limit.CALLS, false, Duration.ofMinutes(1)));
      Quota.Claim other = others.claim();
      assertThat(other.take(false, 1))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofMinutes(1)));
      assertThat(other.take(false, 0)).isEmpty();
    }
  }

  @Test
  void leavesRoomForAnExportToARunThatWaitsForIt() throws IOException {
    try (Quota quota = over(open());
        Quota others = over(open())) {
      List<Quota.Claim> building = new ArrayList<>();
      for (int export = 0; export < LIMITS.exports(); export++) {
        Quota.Claim claim = quota.claim();
        call(claim);
        claim.giveBackConnection();
        building.add(claim);
        now = now.plus(LIMITS.rateWindow());
      }
      Quota.Claim waiting = others.claim();
      assertThat(waiting.take(true)).isPresent();

      building.get(0).giveBackExport();

      assertThat(quota.claim().take(true))
          .contains(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true));
      call(waiting);
    }
  }

  @Test
  void tellsOthersThatTheServiceWantsFewerCalls() throws IOException {
    try (LimitsFile file = open();
        LimitsFile otherFile = open()) {
      Quota.Claim claim = over(file).claim();
      call(claim);

      claim.slowDown(Duration.ofSeconds(10));

      assertThat(over(otherFile).claim().take(false))
          .contains(LimitReached.lasting(Limit.PAUSE, true, Duration.ofSeconds(10)));
    }
  }

  @Test
  void givesTheRoomForAnExportBack() throws IOException {
    try (LimitsFile file = open();
        LimitsFile otherFile = open()) {
      List<Quota.Claim> building = new ArrayList<>();
      for (int export = 0; export < LIMITS.exports(); export++) {
        Quota.Claim claim = over(file).claim();
        call(claim);
        claim.giveBackConnection();
        building.add(claim);
        now = now.plus(LIMITS.rateWindow());
      }
      Quota.Claim other = over(otherFile).claim();
      assertThat(other.take(true)).contains(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true));

      building.get(0).giveBackExport();

      call(other);
    }
  }

  @Test
  void tellsItsLimits() throws IOException {
    try (LimitsFile file = open()) {
      assertThat(over(file).limits()).isEqualTo(LIMITS);
    }
  }

  @Test
  void keepsTheLimitsByItselfOnceTheFileIsLost() throws IOException {
    LimitsFile file = open();
    Quota.Claim claim = over(file).claim();
    call(claim);
    file.close();

    call(claim);

    assertThat(claim.take(false))
        .contains(LimitReached.lasting(Limit.CALLS, false, Duration.ofMinutes(1)));
    claim.giveBackConnection();
    claim.giveBackExport();
    assertThat(lost).hasSize(1);
  }

  @Test
  void blamesNobodyForTheExportsAndConnectionsOfItsOwnProcess() throws IOException {
    try (Quota quota = over(open())) {
      Quota.Claim one = quota.claim();
      call(one);
      Quota.Claim two = quota.claim();
      call(two);
      now = now.plus(LIMITS.rateWindow());

      assertThat(quota.claim().take(false))
          .contains(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, false));

      one.giveBackConnection();
      call(quota.claim());
      two.giveBackConnection();
      assertThat(quota.claim().take(true))
          .contains(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, false));
    }
  }

  @Test
  void countsNoCallThatWasGivenBack() throws IOException {
    try (Quota quota = over(open());
        Quota others = over(open())) {
      Quota.Claim claim = quota.claim();
      for (int taken = 0; taken < 2 * LIMITS.calls(); taken++) {
        assertThat(claim.take(false)).isEmpty();
        claim.giveBackCall();
      }

      Quota.Claim other = others.claim();
      call(other);
      call(other);
    }
  }

  @Test
  void leavesNothingOfACallForWhichTheOthersLeaveNoRoom() throws IOException {
    try (Quota quota = over(open());
        Quota others = over(open())) {
      Quota.Claim other = others.claim();
      call(other);
      call(other);
      Quota.Claim claim = quota.claim();
      assertThat(claim.take(false))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofMinutes(1)));
      now = now.plus(LIMITS.rateWindow());

      call(quota.claim());
      assertThat(claim.take(false))
          .contains(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true));
    }
  }

  @Test
  void givesUpAllThatItHoldsWhenItIsClosed() throws IOException {
    try (Quota others = over(open())) {
      for (int export = 0; export < LIMITS.exports(); export++) {
        Quota quota = over(open());
        Quota.Claim claim = quota.claim();
        call(claim);
        quota.close();
        quota.close();
        claim.giveBackExport();
        now = now.plus(LIMITS.rateWindow());
      }

      call(others.claim());
    }
    assertThat(lost).isEmpty();
  }

  private static void call(Quota.Claim claim) {
    assertThat(claim.take(true)).isEmpty();
    claim.end();
  }
}
