package dev.vidiexport.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPaceTest {
  private final PollPace pace =
      new PollPace(ServiceLimits.documented(), Duration.ofSeconds(1), Duration.ofSeconds(30));

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static BegunExport<String> asked(int begun, int asked) {
    BegunExport<String> export = new BegunExport<>("a", seconds(begun));
    export.callEnded(seconds(begun));
    export.call(CallKind.STATUS, seconds(asked));
    return export;
  }

  @Test
  void spreadsPollsOverTheWindow() {
    assertThat(pace.nextPoll()).isZero();
    pace.polled(seconds(10));

    assertThat(pace.gap()).isEqualTo(Duration.ofMillis(1_200));
    assertThat(pace.nextPoll()).isEqualTo(Duration.ofMillis(11_200));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "99, 1", "500, 5", "2999, 29.99", "3001, 30", "100000, 30"})
  void waitsForAHundredthOfTheAgeOfAnExport(int age, double pause) {
    assertThat(pace.nextPoll(asked(5, 5 + age)))
        .isEqualTo(seconds(5 + age).plusMillis(Math.round(pause * 1_000)));
  }

  @Test
  void takesTheExportThatIsLikelyToHaveBeenReadyForLongest() {
    BegunExport<String> young = asked(100, 110);
    young.building();
    BegunExport<String> old = asked(0, 110);
    old.building();

    assertThat(pace.urgency(young, seconds(120))).isGreaterThan(pace.urgency(old, seconds(120)));
  }

  @Test
  void learnsFromBuildsWhenTheyAreLikelyToEnd() {
    double before = pace.urgency(asked(0, 10), seconds(31));
    for (int build = 0; build < 20; build++) {
      BegunExport<String> export = asked(0, 28);
      export.building();
      export.callEnded(seconds(28));
      export.call(CallKind.STATUS, seconds(30));
      pace.built(export);
    }
    BegunExport<String> next = asked(0, 10);
    next.building();

    assertThat(pace.urgency(next, seconds(25))).isLessThan(before);
    assertThat(pace.urgency(next, seconds(45))).isGreaterThan(before);
  }

  @Test
  void learnsNothingFromWhatHadBeenBuiltBefore() {
    double before = pace.urgency(asked(0, 10), seconds(20));

    pace.built(new BegunExport<>("b", seconds(20)));

    assertThat(pace.urgency(asked(0, 10), seconds(20))).isEqualTo(before);
  }
}
