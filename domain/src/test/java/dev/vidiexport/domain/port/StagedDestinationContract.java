package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is true of every {@link Destination} that holds its output back until it is published. */
public abstract class StagedDestinationContract extends DestinationContract {
  @Test
  void saysThatItHoldsBack() {
    assertThat(destination().holdsBack()).as("holds back").isTrue();
  }

  @Test
  void showsNothingBeforeItPublishes() throws IOException {
    try (Destination destination = destination()) {
      destination.check();
      write(destination, ROWS);

      assertThat(output()).as("the output").isEmpty();
    }
    assertThat(output()).as("the output").isEmpty();
    assertThat(leftovers()).as("what is left").isEmpty();
  }

  @Test
  void publishesNothingButAnAttempt() throws IOException {
    try (Destination destination = destination()) {
      destination.check();
      write(destination, ROWS);
      destination.discard();

      assertOutOfOrder(catchThrowable(destination::publish));
    }
    assertThat(output()).as("the output").isEmpty();
  }

  @Test
  void showsNothingWhenItCannotPublish() throws IOException {
    try (Destination destination = failing(Moment.PUBLISH, throwing("the weather is bad"))) {
      destination.check();
      write(destination, ROWS);

      assertThatThrownBy(destination::publish)
          .isInstanceOf(IOException.class)
          .satisfies(DestinationContract::isInSentences)
          .hasMessageContaining("the weather is bad");
    }
    assertThat(output()).as("the output").isEmpty();
    assertThat(leftovers()).as("what is left").isEmpty();
  }
}
