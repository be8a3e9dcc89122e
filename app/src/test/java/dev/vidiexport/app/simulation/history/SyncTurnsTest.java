package dev.vidiexport.app.simulation.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.simulation.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class SyncTurnsTest {
  private static final Duration FAR = Duration.ofHours(1);

  private final Turns turns = new Turns(4711, Turns.PATIENCE);
  private final HistoryTime time = new HistoryTime(Instant.EPOCH, turns);
  private final SimulatedMachine machine = new SimulatedMachine();
  private final SyncTurns sync = new SyncTurns(turns, SeededChance.of(4711, "turns"), machine);
  private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
  private final List<String> story = new CopyOnWriteArrayList<>();

  private void begin(String name, int seconds) {
    sync.begin(
        () -> {
          time.pass(Duration.ofSeconds(seconds));
          story.add(name + " has ended, beside " + sync.otherCalls());
          reports.add(() -> story.add(name + " is dealt with"));
        });
  }

  @Test
  void letCallsOverlapAndTheSyncGoOnAtOnceWhenOneHasEnded() {
    int left =
        sync.carryOut(
            () -> {
              begin("a long one", 20);
              begin("a short one", 10);
              story.add("beside " + sync.otherCalls());
              sync.await(reports, FAR).run();
              sync.await(reports, FAR).run();
            });

    assertThat(story)
        .containsExactly(
            "beside 2",
            "a short one has ended, beside 1",
            "a short one is dealt with",
            "a long one has ended, beside 0",
            "a long one is dealt with");
    assertThat(left).isZero();
    assertThat(machine.reached()).containsExactly(HistoryFault.CALLS_OVERLAPPED);
    assertThat(turns.now()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
  }

  @Test
  void waitNoLongerThanTheyAreTold() {
    sync.carryOut(
        () -> {
          begin("a long one", 20);
          story.add("a report: " + sync.await(reports, Duration.ofSeconds(1)));
          sync.await(reports, FAR).run();
        });

    assertThat(story.get(0)).isEqualTo("a report: null");
  }

  @Test
  void tellOfCallsThatOutliveTheirSync() {
    int left = sync.carryOut(() -> begin("one that nobody awaits", 20));

    assertThat(left).isEqualTo(1);
    assertThat(story).containsExactly("one that nobody awaits has ended, beside 0");
  }
}
