package dev.vidiexport.domain.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void isNamedAsVidiCenterNamesIt() {
    assertThat(
            Stream.of(
                PollFixtures.STARTED,
                PollFixtures.IN_PROGRESS,
                PollFixtures.FINISHED,
                PollFixtures.FAILED))
        .map(Answer::state)
        .containsExactly("started", "in_progress", "finished", "failed");
  }
}
