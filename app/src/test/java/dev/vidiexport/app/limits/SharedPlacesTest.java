package dev.vidiexport.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.limits.SharingRuns.Run;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets what becomes free. */
class SharedPlacesTest {
  private static final ServiceLimits LIMITS = ServiceLimits.documented();
  private static final ServiceLimits TWO_EXPORTS = new ServiceLimits(50, minute(), 2, 2);
  private static final ServiceLimits ONE_EXPORT = new ServiceLimits(50, minute(), 2, 1);
  private static final Duration MOMENT = Duration.ofMillis(1);

  @TempDir private Path folder;
  private SharingRuns runs;

  private static Duration minute() {
    return Duration.ofMinutes(1);
  }

  @BeforeEach
  void share() {
    runs = new SharingRuns(folder.resolve("limits"));
  }

  @AfterEach
  void end() throws IOException {
    runs.close();
  }

  private Run building(int exports) throws IOException {
    Run run = runs.begin(LIMITS);
    for (int export = 0; export < exports; export++) {
      assertThat(run.build()).isTrue();
      runs.pass(MOMENT);
    }
    return run;
  }

  private Run waiting() throws IOException {
    return waiting(LIMITS);
  }

  private Run waiting(ServiceLimits limits) throws IOException {
    Run run = runs.begin(limits);
    assertThat(run.build()).isFalse();
    runs.pass(MOMENT);
    return run;
  }

  @Test
  void holdUpNoRunThatIsAlone() throws IOException {
    Run lone = building(3);
    for (int turn = 0; turn < 10; turn++) {
      assertThat(lone.build()).isFalse();
      lone.built();
      assertThat(lone.build()).isTrue();
    }
  }

  @Test
  void areLeftToWhoeverHoldsFewer() throws IOException {
    Run greedy = building(3);
    Run waiting = waiting();

    greedy.built();

    assertThat(greedy.build()).isFalse();
    assertThat(waiting.build()).isTrue();
    assertThat(waiting.build()).as("a second one").isFalse();
    runs.pass(MOMENT);
    greedy.built();
    assertThat(greedy.build()).as("of those who hold one, it has just given back").isFalse();
    assertThat(waiting.build()).isTrue();
  }

  @Test
  void goBackAndForthBetweenTwoRuns() throws IOException {
    Run one = building(2);
    Run other = building(1);
    for (int turn = 0; turn < 5; turn++) {
      // However long it has waited for a third.
      assertThat(one.build()).isFalse();
      runs.pass(MOMENT);
      assertThat(other.build()).isFalse();
      runs.pass(MOMENT);

      one.built();

      assertThat(one.build()).as("one, which had two, in turn %s", turn).isFalse();
      assertThat(other.build()).as("the other in turn %s", turn).isTrue();
      Run hadOne = other;
      other = one;
      one = hadOne;
    }
  }

  @Test
  void areTakenAgainByWhoeverHoldsFewest() throws IOException {
    Run two = building(2);
    Run one = building(1);
    assertThat(two.build()).isFalse();
    assertThat(one.build()).isFalse();

    one.built();

    assertThat(two.build()).isFalse();
    assertThat(one.build()).isTrue();
  }

  @Test
  void areLeftToWhoeverWaitsLongest() throws IOException {
    Run holder = building(3);
    List<Run> waiting = new ArrayList<>();
    for (int run = 0; run < 3; run++) {
      waiting.add(waiting());
    }
    for (Run next : waiting) {
      holder.built();
      for (Run later : waiting.subList(waiting.indexOf(next) + 1, 3)) {
        assertThat(later.build()).isFalse();
      }
      assertThat(next.build()).isTrue();
      runs.pass(MOMENT);
    }
  }

  @Test
  void areTakenByAnybodyWhereThereAreMoreThanRunsThatGoBefore() throws IOException {
    Run greedy = building(3);
    Run waiting = waiting();

    greedy.built();
    greedy.built();

    assertThat(greedy.build()).isTrue();
    assertThat(greedy.build()).isFalse();
    assertThat(waiting.build()).isTrue();
  }

  @Test
  void waitForNobodyWhoIsDead() throws IOException {
    Run greedy = building(3);
    Run waiting = waiting();
    greedy.built();
    assertThat(greedy.build()).isFalse();

    waiting.end();

    assertThat(greedy.build()).isTrue();
  }

  @Test
  void waitForNobodyWhoDoesNotLookAgain() throws IOException {
    Run greedy = building(3);
    Run stopped = runs.begin(LIMITS);
    assertThat(stopped.build()).isFalse();
    greedy.built();

    runs.pass(WaitingLine.PATIENCE.minus(MOMENT));
    assertThat(greedy.build()).isFalse();

    runs.pass(MOMENT);
    assertThat(greedy.build()).isTrue();
  }

  @Test
  void areLeftToWhoeverLooksAgainInTime() throws IOException {
    Run greedy = building(3);
    Run waiting = runs.begin(LIMITS);
    for (int look = 0; look < 10; look++) {
      assertThat(waiting.build()).isFalse();
      runs.pass(WaitingLine.PATIENCE.minus(MOMENT));
    }

    greedy.built();

    assertThat(greedy.build()).isFalse();
    assertThat(waiting.build()).isTrue();
  }

  @Test
  void forgetHowLongSomebodyWaitedWhoDidNotLookAgain() throws IOException {
    Run holder = building(3);
    Run stopped = waiting();
    Run waiting = waiting();
    runs.pass(WaitingLine.PATIENCE.minus(MOMENT.multipliedBy(2)));
    assertThat(waiting.build()).isFalse();
    runs.pass(MOMENT);
    assertThat(stopped.build()).isFalse();
    runs.pass(MOMENT);

    holder.built();

    assertThat(stopped.build()).isFalse();
    assertThat(waiting.build()).isTrue();
  }

  @Test
  void waitForNobodyWhoHasGivenUp() throws IOException {
    Run greedy = building(3);
    Run waiting = runs.begin(LIMITS);
    LimitsFile.Holding holding = new LimitsFile.Holding();
    assertThat(waiting.file().take(holding, true, 0)).isPresent();
    waiting.file().giveBackExport(new LimitsFile.Holding());
    greedy.built();
    assertThat(greedy.build()).isFalse();

    waiting.file().giveBackExport(holding);

    assertThat(greedy.build()).isTrue();
  }

  @Test
  void areLeftToARunThatIsShortOfCallsItself() throws IOException {
    Run greedy = building(3);
    Run waiting = runs.begin(LIMITS);
    LimitsFile.Holding holding = new LimitsFile.Holding();
    waiting.file().takeExport(holding);
    greedy.built();
    assertThat(greedy.build()).isFalse();

    waiting.file().takeExport(holding);
    greedy.built();

    assertThat(greedy.build()).isTrue();
    assertThat(greedy.build()).as("the place that was taken").isFalse();
  }

  @Test
  void areNotKeptForARunWhoseOwnLimitsLeaveItNoRoom() throws IOException {
    Run greedy = building(3);
    Run modest = waiting(ONE_EXPORT);

    greedy.built();
    assertThat(greedy.build()).isTrue();

    runs.pass(MOMENT);
    assertThat(modest.build()).isFalse();
    greedy.built();
    greedy.built();
    greedy.built();
    assertThat(greedy.build()).as("when nothing is built").isTrue();
    assertThat(greedy.build()).isTrue();
  }

  @Test
  void areSharedByRunsWithTheSameLowerLimits() throws IOException {
    Run greedy = runs.begin(TWO_EXPORTS);
    assertThat(greedy.build()).isTrue();
    assertThat(greedy.build()).isTrue();
    Run waiting = waiting(TWO_EXPORTS);

    greedy.built();

    assertThat(greedy.build()).isFalse();
    assertThat(waiting.build()).isTrue();
  }

  @Test
  void areSharedWhenTheyAreConnections() throws IOException {
    Run greedy = runs.begin(LIMITS);
    assertThat(greedy.connect()).isTrue();
    assertThat(greedy.connect()).isTrue();
    Run waiting = runs.begin(LIMITS);
    assertThat(waiting.connect()).isFalse();
    assertThat(greedy.callAgain()).as("a call over an open connection").isTrue();

    greedy.disconnect();

    assertThat(greedy.connect()).isFalse();
    assertThat(waiting.connect()).isTrue();
    waiting.disconnect();
    assertThat(greedy.connect()).as("when nobody waits any more").isTrue();
  }

  @Test
  void areSharedByRunsThatTheOthersKnow() throws IOException {
    Run greedy = building(3);
    List<Run> known = new ArrayList<>();
    for (int run = 0; run < RunNumber.RUNS - 1; run++) {
      known.add(waiting());
    }
    // The holder waits as well, and is the last of which the others learn.
    assertThat(greedy.build()).isFalse();
    Run unknown = waiting();
    for (Run run : known.subList(0, RunNumber.RUNS - 2)) {
      run.end();
    }
    greedy.built();
    assertThat(unknown.build()).as("while another goes before").isFalse();

    known.get(RunNumber.RUNS - 2).end();

    assertThat(greedy.build()).as("now that it is known").isFalse();
    assertThat(unknown.build()).isTrue();
  }

  @Test
  void areNotKeptByWhatDeadRunsWrote() throws IOException {
    Run greedy = building(3);
    Run dead = waiting();
    dead.end();
    Run heir = runs.begin(LIMITS);
    assertThat(heir.connect()).isTrue();
    Run talker = runs.begin(LIMITS);
    assertThat(talker.connect()).isTrue();
    // It takes the number of the dead one to wait for a connection.
    assertThat(heir.connect()).isFalse();

    greedy.built();

    talker.disconnect();
    assertThat(heir.connect()).isTrue();
    heir.disconnect();
    assertThat(greedy.build()).isTrue();
  }

  @Test
  void areNotKeptForRunsWithAnotherClock() throws IOException {
    Run greedy = building(3);
    Run foreign = runs.begin(LIMITS, 2);
    assertThat(foreign.build()).isFalse();

    greedy.built();

    assertThat(greedy.build()).isTrue();
  }
}
