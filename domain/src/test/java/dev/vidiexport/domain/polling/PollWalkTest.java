package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.PollState.Going;
import dev.vidiexport.domain.property.Property;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs the machine through whatever can happen to it. */
class PollWalkTest {
  private static final Set<Trouble.Kind> SURELY_NOT_ARRIVED =
      EnumSet.of(Trouble.Kind.NOT_DELIVERED, Trouble.Kind.RATE_LIMITED, Trouble.Kind.LIMITS_HELD);

  /** Replays and the first call wait for nothing. */
  private static final int STEPS_WITHOUT_WAIT = PollPolicy.MAX_REPLAYS + 1;

  @Test
  void endsInTimeAndAsksForOneRebuildAtMost() {
    Property.holds(3_000, random -> walk(new Walk(random)));
  }

  private static void walk(Walk walk) {
    while (walk.state instanceof Going going) {
      walk.step(going);
    }

    assertThat(walk.elapsed).isLessThanOrEqualTo(walk.policy.deadline());
    assertThat(walk.rebuildsThatMayHaveArrived).isLessThanOrEqualTo(1);
    assertThat(walk.steps).isLessThanOrEqualTo(walk.mostSteps());
  }

  private static final class Walk {
    private final Random random;
    private final PollPolicy policy;
    private final int badLuck;
    private PollState state;
    private Duration elapsed = Duration.ZERO;
    private Duration asked = Duration.ZERO;
    private int rebuildsThatMayHaveArrived;
    private long steps;

    Walk(Random random) {
      this.random = random;
      Duration first = Duration.ofMillis(1 + random.nextInt(2_000));
      policy =
          new PollPolicy(
              first,
              first.plusMillis(random.nextInt(30_000)),
              Duration.ofMillis(1 + random.nextInt(600_000)),
              random::nextDouble);
      badLuck = random.nextInt(100);
      state = PollState.begin(policy, random.nextBoolean());
    }

    long mostSteps() {
      return policy.deadline().dividedBy(policy.firstDelay().dividedBy(2)) + STEPS_WITHOUT_WAIT + 1;
    }

    void step(Going going) {
      steps++;
      Duration pause = going.pause();
      assertThat(pause).isGreaterThanOrEqualTo(Duration.ZERO);
      assertThat(pause.compareTo(policy.longestDelay()) <= 0 || pause.equals(asked)).isTrue();
      elapsed = elapsed.plus(pause);
      assertThat(elapsed).isLessThan(policy.deadline());
      Duration left = policy.deadline().minus(elapsed);
      elapsed =
          elapsed.plus(left.multipliedBy(random.nextInt(21)).dividedBy(random.nextInt(4_000) + 20));
      boolean mayHaveArrived = true;
      if (random.nextInt(100) < badLuck) {
        Trouble trouble = trouble();
        mayHaveArrived = !SURELY_NOT_ARRIVED.contains(trouble.kind());
        state = going.onTrouble(trouble, elapsed);
      } else {
        state = answered(going);
      }
      if (going.rebuild() && mayHaveArrived) {
        rebuildsThatMayHaveArrived++;
      }
    }

    private Trouble trouble() {
      Trouble.Kind[] kinds = Trouble.Kind.values();
      // The two that end every run are seldom, so that walks are long.
      Trouble.Kind kind = kinds[random.nextInt(random.nextInt(8) == 0 ? kinds.length : 4)];
      asked = Duration.ofMillis(random.nextInt(60_000));
      return new Trouble(
          kind, "bad luck", random.nextInt(4) == 0 ? Optional.of(asked) : Optional.empty());
    }

    private PollState answered(Going going) {
      return switch (random.nextInt(40)) {
        case 0 -> going.onAnswer(PollFixtures.FINISHED, elapsed);
        case 1 -> going.onAnswer(PollFixtures.FAILED, elapsed);
        case 2, 3 -> going.onDrift(elapsed);
        case 4, 5, 6 -> going.onAnswer(PollFixtures.STARTED, elapsed);
        default -> going.onAnswer(PollFixtures.IN_PROGRESS, elapsed);
      };
    }
  }
}
