package dev.vidiexport.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(4711, Turns.PATIENCE);
  private final List<String> story = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void goToWhoeverWaitsForTheEarliestMoment() {
    start(1, Duration.ZERO, () -> waits(1, 3, 4));
    start(2, Duration.ofSeconds(2), () -> waits(2, 3));

    carryOut();

    assertThat(story)
        .containsExactly("1 at PT0S", "2 at PT2S", "1 at PT3S", "2 at PT5S", "1 at PT7S");
  }

  @Test
  void goToTheLowestNumberOfThoseThatWaitForOneMoment() {
    start(2, Duration.ZERO, () -> waits(2, 1));
    start(1, Duration.ZERO, () -> waits(1, 1));

    carryOut();

    assertThat(story).containsExactly("1 at PT0S", "2 at PT0S", "1 at PT1S", "2 at PT1S");
  }

  @Test
  void goAtOnceToWhoeverIsWoken() {
    start(1, Duration.ZERO, () -> waits(1, 60));
    start(
        2,
        Duration.ofSeconds(5),
        () -> {
          turns.wake(1);
          waits(2, 1);
        });

    carryOut();

    assertThat(story).containsExactly("1 at PT0S", "2 at PT5S", "1 at PT5S", "2 at PT6S");
  }

  @Test
  void goToWhoeverIsBroughtInByAnother() {
    start(
        1,
        Duration.ZERO,
        () -> {
          start(2, turns.now().plusSeconds(1), () -> waits(2, 1));
          threads.get(1).start();
          waits(1, 3);
        });

    carryOut();

    assertThat(story).containsExactly("1 at PT0S", "2 at PT1S", "2 at PT2S", "1 at PT3S");
  }

  @Test
  void waitForWhatHappensInBetween() {
    start(1, Duration.ZERO, () -> waits(1, 60));
    turns.at(
        Duration.ofSeconds(7),
        () -> {
          story.add("alarm at " + turns.now());
          turns.wake(1);
        });

    carryOut();

    assertThat(story).containsExactly("1 at PT0S", "alarm at PT7S", "1 at PT7S");
  }

  @Test
  void endWithTheSeedWhenOneIsKeptForTooLong() {
    Turns kept = new Turns(4711, Duration.ofMillis(1));
    kept.join(1, Duration.ZERO);
    kept.join(2, Duration.ZERO);
    kept.begin();

    assertThatThrownBy(() -> kept.awaitTurn(2))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Seed 4711: run 1 has kept the turn");
    assertThatThrownBy(kept::awaitEnd)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nobody gets the turn any more");
  }

  private void start(int run, Duration begin, Runnable work) {
    turns.join(run, begin);
    Thread thread =
        new Thread(
            () -> {
              turns.awaitTurn(run);
              work.run();
              turns.leave(run);
            });
    thread.setDaemon(true);
    threads.add(thread);
  }

  private void carryOut() {
    threads.forEach(Thread::start);
    turns.begin();
    turns.awaitEnd();
  }

  /** Waits so many seconds each time, and says when it goes on. */
  private void waits(int run, int... seconds) {
    story.add(run + " at " + turns.now());
    for (int second : seconds) {
      turns.waitUntil(turns.now().plusSeconds(second));
      story.add(run + " at " + turns.now());
    }
  }
}
