package dev.vidiexport.domain.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is true of every {@link Destination} whose sink's own commit makes the rows appear. */
public abstract class CommittedDestinationContract extends DestinationContract {
  @Test
  void saysThatItHoldsNothingBack() {
    assertThat(destination().holdsBack()).as("holds back").isFalse();
  }

  @Test
  void showsTheRowsThatWereCommitted() throws IOException {
    try (Destination destination = destination()) {
      destination.check();
      write(destination, ROWS);

      assertThat(output()).as("the output").contains(ROWS);
    }
  }

  @Test
  void leavesAloneWhatWasCommitted() throws IOException {
    try (Destination destination = destination()) {
      destination.check();
      write(destination, ROWS);
      destination.discard();
    }

    assertThat(output()).as("the output").contains(ROWS);
    assertThat(leftovers()).as("what is left").isEmpty();
  }
}
