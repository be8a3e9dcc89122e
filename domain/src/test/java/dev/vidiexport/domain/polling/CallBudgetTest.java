package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallBudgetTest {
  private static final ServiceLimits THREE_A_MINUTE =
      new ServiceLimits(3, Duration.ofMinutes(1), 2, 3);

  private final CallBudget budget = new CallBudget(THREE_A_MINUTE);

  @Test
  void takesAsManyCallsAsTheServiceDoesWithoutWaiting() {
    for (int call = 0; call < 3; call++) {
      assertThat(budget.take(0, seconds(call))).isZero();
      budget.end(seconds(call));
    }

    assertThat(budget.take(0, seconds(3))).isEqualTo(seconds(57));
  }

  @Test
  void countsAWindowFromTheEndOfACallAndNotFromItsStart() {
    for (int call = 0; call < 3; call++) {
      budget.take(0, seconds(0));
    }
    budget.end(seconds(20));

    assertThat(budget.take(0, seconds(61))).isEqualTo(seconds(19));
    assertThat(budget.take(0, seconds(80))).isZero();
  }

  @Test
  void looksAgainLaterWhenCallsUnderWayFillTheBudget() {
    for (int call = 0; call < 3; call++) {
      budget.take(0, seconds(0));
    }

    assertThat(budget.take(0, seconds(500))).isEqualTo(seconds(60));
  }

  @Test
  void countsNoCallThatIsGivenBack() {
    for (int call = 0; call < 3; call++) {
      budget.take(0, seconds(0));
    }
    budget.giveBack();

    assertThat(budget.take(0, seconds(1))).isZero();
    assertThat(budget.take(0, seconds(1))).isPositive();
  }

  @Test
  void leavesTheSparePlacesToOthers() {
    assertThat(budget.take(1, seconds(0))).isZero();

    assertThat(budget.take(2, seconds(1))).isPositive();
    assertThat(budget.take(1, seconds(1))).isZero();
    assertThat(budget.take(1, seconds(1))).isPositive();
    assertThat(budget.take(0, seconds(1))).isZero();
  }

  @Test
  void tellsWhenSoManyPlacesAreFree() {
    for (int call = 0; call < 3; call++) {
      budget.take(0, seconds(10 * call));
      budget.end(seconds(10 * call));
    }

    assertThat(budget.take(0, seconds(25))).isEqualTo(seconds(35));
    assertThat(budget.take(1, seconds(25))).isEqualTo(seconds(45));
    assertThat(budget.take(2, seconds(25))).isEqualTo(seconds(55));
    assertThat(budget.take(1, seconds(69))).isEqualTo(seconds(1));
    assertThat(budget.take(1, seconds(70))).isZero();
  }

  @Test
  void sparesNoMoreThanThereIsBesidesTheCallItself() {
    assertThat(budget.take(3, seconds(0))).isZero();
    budget.end(seconds(0));

    assertThat(budget.take(Integer.MAX_VALUE, seconds(1))).isEqualTo(seconds(59));
    assertThat(budget.take(Integer.MAX_VALUE, seconds(60))).isZero();
  }

  @Test
  void waitsNoLongerThanAWindowForCallsUnderWay() {
    budget.take(0, seconds(0));
    budget.take(0, seconds(0));
    budget.end(seconds(30));

    assertThat(budget.take(1, seconds(50)))
        .as("until the one that has ended")
        .isEqualTo(seconds(40));
    assertThat(budget.take(2, seconds(50))).as("one under way, too").isEqualTo(seconds(60));
    assertThat(budget.take(1, seconds(90))).isZero();
  }

  @Test
  void refusesToSpareFewerThanNone() {
    assertThatThrownBy(() -> budget.take(-1, seconds(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("spare must not be negative, but was -1");
  }

  @Test
  void refusesTheEndOfACallThatNeverBegan() {
    assertThatThrownBy(() -> budget.end(seconds(1))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(budget::giveBack).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void neverLetsTheServiceSeeMoreThanItTakes() {
    Property.holds(
        200,
        random -> {
          List<Duration> arrivals = arrivalsOfABusyClient(random);

          for (int call = 3; call < arrivals.size(); call++) {
            assertThat(arrivals.get(call).minus(arrivals.get(call - 3)))
                .as("call %s of %s", call, arrivals)
                .isGreaterThanOrEqualTo(THREE_A_MINUTE.rateWindow());
          }
        });
  }

  /** When calls, each of which travels for a while, arrive at the service. */
  private static List<Duration> arrivalsOfABusyClient(Random random) {
    CallBudget budget = new CallBudget(THREE_A_MINUTE);
    List<Duration> arrivals = new ArrayList<>();
    Duration now = Duration.ZERO;
    for (int call = 0; call < 40; call++) {
      Duration wait = budget.take(0, now);
      while (!wait.isZero()) {
        now = now.plus(wait);
        wait = budget.take(0, now);
      }
      Duration way = Duration.ofMillis(random.nextInt(30_000));
      Duration wayBack = Duration.ofMillis(random.nextInt(30_000));
      arrivals.add(now.plus(way));
      now = now.plus(way).plus(wayBack);
      budget.end(now);
    }
    return arrivals;
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
