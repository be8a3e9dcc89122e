package dev.vidiexport.app.limits;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.app.files.PrivateFiles;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.LimitReached.Limit;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several openings of one file stand for several runs: locks of one process exclude each other. */
class LimitsFileTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final ServiceLimits ONE_CALL = new ServiceLimits(1, MINUTE, 2, 1);
  private static final ServiceLimits TWO_CALLS = new ServiceLimits(2, MINUTE, 2, 1);

  @TempDir private Path folder;
  private Duration now = Duration.ofDays(3);

  private LimitsFile open(ServiceLimits limits) throws IOException {
    return open(limits, 1);
  }

  /** By a clock with a mark; all such clocks show the same time, but begin where they like. */
  private LimitsFile open(ServiceLimits limits, long mark) throws IOException {
    Duration begin = Duration.ofDays(mark);
    return LimitsFile.open(
        folder.resolve("limits"),
        limits,
        new MachineClock(mark, () -> now.minus(begin), () -> Instant.EPOCH.plus(now)));
  }

  @Test
  void countsTheCallsOfAllRunsTogether() throws IOException {
    try (LimitsFile one = open(TWO_CALLS);
        LimitsFile other = open(TWO_CALLS)) {
      call(one);
      now = now.plusSeconds(20);
      call(other);

      assertThat(one.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(40)));

      now = now.plusSeconds(40);
      assertThat(one.take(new LimitsFile.Holding(), false, 0)).isEmpty();
    }
  }

  @Test
  void leavesSpareCallsToOthers() throws IOException {
    ServiceLimits limits = new ServiceLimits(3, MINUTE, 2, 1);
    try (LimitsFile one = open(limits);
        LimitsFile other = open(limits)) {
      call(one);
      now = now.plusSeconds(20);

      LimitsFile.Holding holding = new LimitsFile.Holding();
      assertThat(other.take(holding, false, 2))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(40)));
      assertThat(other.take(holding, false, 1)).isEmpty();
      other.end(holding);

      assertThat(other.take(holding, false, 1))
          .as("until the first of two is forgotten")
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(40)));
      call(one);
      assertThat(one.take(new LimitsFile.Holding(), false, 1))
          .as("until two of three are forgotten")
          .contains(LimitReached.lasting(Limit.CALLS, true, MINUTE));
    }
  }

  @Test
  void sparesNoMoreCallsThanThereAreBesidesTheOne() throws IOException {
    try (LimitsFile one = open(TWO_CALLS)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      assertThat(one.take(holding, false, 2)).isEmpty();
      one.end(holding);

      assertThat(one.take(holding, false, Integer.MAX_VALUE))
          .contains(LimitReached.lasting(Limit.CALLS, true, MINUTE));
    }
  }

  /** They have the call records at the beginning, and the same places. */
  @Test
  void letsOlderVersionsOfTheProgramShareIt() throws IOException {
    Path path = folder.resolve("limits");
    try (LimitsFile holder = open(ONE_CALL);
        LimitsFile waiting = open(ONE_CALL)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      assertThat(holder.take(holding, true, 0)).isEmpty();
      holder.end(holding);
      byte[] records = Files.readAllBytes(path);
      assertThat(records).hasSize(464).startsWith("vidiLimB".getBytes(StandardCharsets.US_ASCII));

      assertThat(waiting.take(new LimitsFile.Holding(), true, 0)).isPresent();
      assertThat(waiting.take(new LimitsFile.Holding(), false, 0)).isPresent();

      byte[] all = Files.readAllBytes(path);
      assertThat(Arrays.copyOf(all, 464)).isEqualTo(records);
      assertThat(Arrays.copyOfRange(all, 464, 4_096)).containsOnly(0);
      assertThat(lockedPlaces(path)).containsExactly(1, 3, 16);
    }
  }

  private static List<Integer> lockedPlaces(Path path) throws IOException {
    List<Integer> locked = new ArrayList<>();
    try (FileChannel other = FileChannel.open(path, WRITE)) {
      SlotLocks slots = new SlotLocks(other);
      for (int place = 0; place < 64; place++) {
        if (slots.isHeld(place)) {
          locked.add(place);
        }
      }
    }
    return locked;
  }

  @Test
  void countsACallFromItsEnd() throws IOException {
    try (LimitsFile one = open(new ServiceLimits(1, MINUTE, 2, 1));
        LimitsFile other = open(new ServiceLimits(1, MINUTE, 2, 1))) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      one.take(holding, false, 0);
      now = now.plusSeconds(100);

      assertThat(other.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.untilSomebodyIsDone(Limit.CALLS, true));

      one.end(holding);
      assertThat(other.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, MINUTE));
    }
  }

  @Test
  void letsAConnectionBeHeldBetweenCallsAndByTwoAtMost() throws IOException {
    ServiceLimits limits = ServiceLimits.documented();
    try (LimitsFile one = open(limits);
        LimitsFile other = open(limits);
        LimitsFile third = open(limits)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      one.take(holding, false, 0);
      one.end(holding);
      other.take(new LimitsFile.Holding(), false, 0);

      assertThat(third.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true));
      assertThat(one.take(holding, false, 0)).isEmpty();

      one.end(holding);
      one.giveBackConnection(holding);
      assertThat(third.take(new LimitsFile.Holding(), false, 0)).isEmpty();
    }
  }

  @Test
  void letsAnExportBeHeldWithoutAConnection() throws IOException {
    try (LimitsFile one = open(TWO_CALLS);
        LimitsFile other = open(TWO_CALLS)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      one.take(holding, true, 0);
      one.end(holding);
      one.giveBackConnection(holding);

      assertThat(other.take(new LimitsFile.Holding(), true, 0))
          .contains(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true));

      one.giveBackExport(holding);
      assertThat(other.take(new LimitsFile.Holding(), true, 0)).isEmpty();
    }
  }

  @Test
  void keepsWhoAllowsLessBelowWhatAllHold() throws IOException {
    try (LimitsFile generous = open(ServiceLimits.documented());
        LimitsFile modest = open(new ServiceLimits(5, MINUTE, 1, 1))) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      generous.take(holding, true, 0);

      assertThat(modest.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.untilSomebodyIsDone(Limit.CONNECTIONS, true));
      generous.end(holding);
      generous.giveBackConnection(holding);
      assertThat(modest.take(new LimitsFile.Holding(), true, 0))
          .contains(LimitReached.untilSomebodyIsDone(Limit.EXPORTS, true));
    }
  }

  @Test
  void takesTheCallOfARunThatDiedForEndedWhenItIsNoticed() throws IOException {
    ServiceLimits one = new ServiceLimits(1, MINUTE, 2, 1);
    try (LimitsFile survivor = open(one)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      LimitsFile dying = open(one);
      dying.take(new LimitsFile.Holding(), true, 0);
      dying.close();
      now = now.plusSeconds(100);

      assertThat(survivor.take(holding, true, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, MINUTE));

      now = now.plus(MINUTE);
      assertThat(survivor.take(holding, true, 0)).isEmpty();
    }
  }

  @Test
  void noticesARunThatDiedWhileItsOwnConnectionStaysOpen() throws IOException {
    try (LimitsFile survivor = open(TWO_CALLS)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      LimitsFile dying = open(TWO_CALLS);
      survivor.take(holding, false, 0);
      dying.take(new LimitsFile.Holding(), false, 0);
      dying.close();
      survivor.end(holding);

      assertThat(survivor.take(holding, false, 0)).isPresent();

      now = now.plus(MINUTE);
      assertThat(survivor.take(holding, false, 0)).isEmpty();
      survivor.end(holding);
      assertThat(survivor.take(holding, false, 0)).as("the second call of two").isEmpty();
      survivor.end(holding);
      now = now.plus(MINUTE);
      assertThat(survivor.take(new LimitsFile.Holding(), false, 0))
          .as("a call over the connection of the dead")
          .isEmpty();
    }
  }

  @Test
  void waitsNoLongerThanAWindowAfterTheMachineWasStartedAnew() throws IOException {
    try (LimitsFile before = open(TWO_CALLS)) {
      call(before);
      call(before);
    }
    now = Duration.ofSeconds(5);

    try (LimitsFile after = open(TWO_CALLS)) {
      assertThat(after.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, MINUTE));
      now = now.plus(MINUTE);
      assertThat(after.take(new LimitsFile.Holding(), false, 0)).isEmpty();
    }
  }

  @Test
  void waitsAfterANewStartNoLongerThanWithoutIt() throws IOException {
    try (LimitsFile before = open(TWO_CALLS, 1)) {
      call(before);
      now = now.plusSeconds(10);
      call(before);
    }
    now = now.plusSeconds(40);

    try (LimitsFile after = open(TWO_CALLS, 2)) {
      assertThat(after.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(10)));
      now = now.plusSeconds(10);
      call(after);
      assertThat(after.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(10)));
    }
  }

  @Test
  void takesCallsOfALaterDateForCallsOfNow() throws IOException {
    now = Duration.ofDays(400);
    try (LimitsFile before = open(TWO_CALLS, 1)) {
      call(before);
      call(before);
    }
    now = Duration.ofDays(3);

    try (LimitsFile after = open(TWO_CALLS, 2)) {
      assertThat(after.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, MINUTE));
      now = now.plus(MINUTE);
      assertThat(after.take(new LimitsFile.Holding(), false, 0)).isEmpty();
    }
  }

  @Test
  void countsTheCallsOfTwoMachinesThatTakeTurns() throws IOException {
    try (LimitsFile one = open(TWO_CALLS, 1);
        LimitsFile other = open(TWO_CALLS, 3)) {
      call(one);
      call(other);
      for (int second = 0; second < 59; second++) {
        now = now.plusSeconds(1);
        assertThat((second % 2 == 0 ? one : other).take(new LimitsFile.Holding(), false, 0))
            .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(59 - second)));
      }
      now = now.plusSeconds(1);

      call(one);
      call(other);
    }
  }

  @Test
  void saysAtOnceWhenWhoAllowsLessHasRoom() throws IOException {
    try (LimitsFile generous = open(ServiceLimits.documented());
        LimitsFile modest = open(TWO_CALLS)) {
      for (int call = 0; call < 5; call++) {
        call(generous);
        now = now.plusSeconds(1);
      }

      assertThat(modest.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(58)));
      now = now.plusSeconds(57).plusMillis(999);
      assertThat(modest.take(new LimitsFile.Holding(), false, 0)).isPresent();
      now = now.plusMillis(1);
      call(modest);
    }
  }

  @Test
  void knowsNotWhenThereIsRoomWhileTooManyCallsAreUnderWay() throws IOException {
    try (LimitsFile generous = open(ServiceLimits.documented());
        LimitsFile modest = open(new ServiceLimits(1, MINUTE, 2, 1))) {
      call(generous);
      generous.take(new LimitsFile.Holding(), false, 0);

      assertThat(modest.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.untilSomebodyIsDone(Limit.CALLS, true));
    }
  }

  @Test
  void namesItsFileWhenSomebodyKeepsEverybodyFromIt() throws IOException {
    Path path = folder.resolve("limits");
    try (LimitsFile file = open(TWO_CALLS);
        FileChannel stopped = PrivateFiles.open(path);
        FileLock mutex = new SlotLocks(stopped).mutex()) {
      assertThat(mutex).isNotNull();

      assertThat(file.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.ofRecords(path.toString()));
    }
  }

  @Test
  void writesTheEndOfACallDownWithItsConnectionWhenSomebodyHadTheFile() throws IOException {
    try (LimitsFile one = open(ONE_CALL);
        LimitsFile other = open(ONE_CALL)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      one.take(holding, false, 0);
      endWhileSomebodyHasTheFile(one, holding);
      now = now.plusSeconds(20);

      one.giveBackConnection(holding);

      assertThat(other.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(40)));
    }
  }

  @Test
  void writesTheEndOfACallDownWithTheNextOneWhenSomebodyHadTheFile() throws IOException {
    try (LimitsFile one = open(ONE_CALL)) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      one.take(holding, false, 0);
      endWhileSomebodyHasTheFile(one, holding);
      now = now.plusSeconds(20);

      assertThat(one.take(holding, false, 0))
          .contains(LimitReached.lasting(Limit.CALLS, true, Duration.ofSeconds(40)));
    }
  }

  private void endWhileSomebodyHasTheFile(LimitsFile file, LimitsFile.Holding holding)
      throws IOException {
    try (FileChannel somebody = FileChannel.open(folder.resolve("limits"), WRITE);
        FileLock mutex = new SlotLocks(somebody).mutex()) {
      assertThat(mutex).isNotNull();
      file.end(holding);
    }
  }

  @Test
  void makesTheOthersPauseAndNotWhoWasTold() throws IOException {
    try (LimitsFile told = open(ServiceLimits.documented());
        LimitsFile other = open(ServiceLimits.documented())) {
      LimitsFile.Holding holding = new LimitsFile.Holding();
      told.take(holding, false, 0);
      told.end(holding);
      told.slowDown(holding, Duration.ofHours(5));
      now = now.plusSeconds(10);

      assertThat(told.take(holding, false, 0)).isEmpty();
      assertThat(other.take(new LimitsFile.Holding(), false, 0))
          .contains(LimitReached.lasting(Limit.PAUSE, true, Duration.ofSeconds(50)));

      now = now.plusSeconds(50);
      assertThat(other.take(new LimitsFile.Holding(), false, 0)).isEmpty();
    }
  }

  @Test
  void refusesLimitsAboveTheDocumentedOnes() {
    assertThatThrownBy(() -> open(new ServiceLimits(51, MINUTE, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("limits must not be above");
  }

  @Test
  void keepsItsFileSmall() throws IOException {
    try (LimitsFile file = open(TWO_CALLS)) {
      call(file);

      assertThat(Files.size(folder.resolve("limits"))).isEqualTo(8 * (1 + 3 + 2 + 2 + 50));
    }
  }

  private static void call(LimitsFile file) throws IOException {
    LimitsFile.Holding holding = new LimitsFile.Holding();
    assertThat(file.take(holding, false, 0)).isEmpty();
    file.end(holding);
    file.giveBackConnection(holding);
  }
}
