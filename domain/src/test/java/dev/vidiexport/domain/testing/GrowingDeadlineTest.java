package dev.vidiexport.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingDeadlineTest {
  private final List<Duration> given = new ArrayList<>();

  private String attempt(Duration deadline) {
    given.add(deadline);
    return "given " + deadline;
  }

  @Test
  void makesOneAttemptOnAQuickMachine() throws Exception {
    String made = GrowingDeadline.from(Duration.ofSeconds(1), this::attempt, any -> true);

    assertThat(made).isEqualTo("given PT1S");
    assertThat(given).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void givesTwiceTheTimeUntilThePointIsReached() throws Exception {
    String made =
        GrowingDeadline.from(Duration.ofSeconds(1), this::attempt, any -> given.size() == 3);

    assertThat(made).isEqualTo("given PT4S");
    assertThat(given)
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  }

  @Test
  void failsWhenThePointIsNeverReached() {
    assertThatThrownBy(
            () -> GrowingDeadline.from(Duration.ofMinutes(1), this::attempt, any -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessage("It did not come to the point within PT8M: given PT8M");

    assertThat(given)
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(8));
  }

  @Test
  void passesOnWhatAnAttemptThrows() {
    IOException failure = new IOException("no disk");

    assertThatThrownBy(
            () ->
                GrowingDeadline.from(
                    Duration.ofSeconds(1),
                    deadline -> {
                      throw failure;
                    },
                    any -> false))
        .isSameAs(failure);
  }
}
