package dev.vidiexport.app.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.RecordingPacer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineProgressTest {
  private static final Answer STARTED = new Answer.Started(Optional.empty());
  private static final Answer IN_PROGRESS = new Answer.InProgress(Optional.empty());

  private final StringWriter written = new StringWriter();
  private final RecordingPacer pacer = new RecordingPacer();
  private final LineProgress progress =
      new LineProgress(
          new UserMessages(new PrintWriter(written, true), UserMessages.Level.NORMAL), pacer, "");

  private void after(Duration time) {
    pacer.advance(time);
  }

  @Test
  void saysEachStateOnce() {
    after(Duration.ofMillis(340));
    progress.onAnswer(STARTED);
    after(Duration.ofSeconds(1));
    progress.onAnswer(IN_PROGRESS);
    after(Duration.ofSeconds(2));
    progress.onAnswer(IN_PROGRESS);
    after(Duration.ofSeconds(1));
    progress.onAnswer(STARTED);

    assertThat(written.toString().lines())
        .containsExactly("340ms: started", "1.3s: in_progress", "4.3s: started");
  }

  @Test
  void givesASignOfLifeAtIntervals() {
    progress.onAnswer(IN_PROGRESS);
    for (int poll = 0; poll < 5; poll++) {
      after(Duration.ofSeconds(4));
      progress.onAnswer(IN_PROGRESS);
    }

    assertThat(written.toString().lines()).containsExactly("0ms: in_progress", "12s: in_progress");
  }

  @Test
  void saysEveryTroubleAndTheStateAfterIt() {
    progress.onAnswer(IN_PROGRESS);
    after(Duration.ofSeconds(5));
    progress.onTrouble(Trouble.of(Trouble.Kind.UNANSWERED, "no answer arrived in time"));
    after(Duration.ofSeconds(1));
    progress.onAnswer(IN_PROGRESS);

    assertThat(written.toString().lines())
        .containsExactly("0ms: in_progress", "5s: no answer arrived in time", "6s: in_progress");
  }

  @Test
  void leavesTheLimitsToTheLastWordOfTheRun() {
    progress.onTrouble(Trouble.of(Trouble.Kind.LIMITS_HELD, "other runs hold the limits"));

    assertThat(written.toString()).isEmpty();
  }

  @Test
  void tellsOfASlowSink() {
    after(Duration.ofSeconds(45));
    progress.onSlowSink("the format odd of odd.jar is still writing rows", Duration.ofSeconds(20));

    assertThat(written.toString().lines())
        .containsExactly("45s: the format odd of odd.jar is still writing rows, for 20s so far");
  }

  @Test
  void tellsHowFastRowsCome() {
    after(Duration.ofSeconds(10));
    progress.onCall(1);
    after(Duration.ofSeconds(4));
    progress.onRows(4_096, 10_000_000);
    after(Duration.ofSeconds(6));
    progress.onRows(8_192, 20_000_000);
    after(Duration.ofSeconds(10));
    progress.onRows(1_234_567, 600_000_000);

    assertThat(written.toString().lines())
        .containsExactly(
            "14s: reading, 4,096 rows, 10.0 MB, 2.5 MB/s",
            "30s: reading, 1,234,567 rows, 600.0 MB, 30.0 MB/s");
  }

  @Test
  void saysWhyItAsksForTheRowsAgain() {
    progress.onDrift(2, "the key \"late\" appeared late");

    assertThat(written)
        .hasToString("asking for the rows again (2 of 3): the key \"late\" appeared late\n");
  }
}
