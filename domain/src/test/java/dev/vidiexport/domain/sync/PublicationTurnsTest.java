package dev.vidiexport.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTurnsTest {
  private final PublicationTurns turns = new PublicationTurns();

  @Test
  void areTakenOneAfterTheOther() throws InterruptedException {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    Thread other = new Thread(() -> turns.take(() -> done.add("other")), "other");

    turns.take(
        () -> {
          other.start();
          while (other.getState() != Thread.State.WAITING
              && other.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
          }
          return done.add("first");
        });
    other.join();

    assertThat(done).containsExactly("first", "other");
  }

  @Test
  void endWithWhatGoesWrongInThem() {
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IOException("It is full.");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("It is full.");
    assertThat(turns.<String, RuntimeException>take(() -> "free")).isEqualTo("free");
  }
}
