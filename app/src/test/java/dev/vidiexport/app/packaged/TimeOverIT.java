package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code 5: the time is over, and nothing went wrong. */
@Tag("deadline")
class TimeOverIT {
  @TempDir private Path folder;

  @Test
  void endsWith5WhileVidiCenterBuilds() throws Exception {
    List<ScriptedAnswer> building =
        List.of(
            ScriptedAnswer.json("{\"state\": \"started\"}"),
            ScriptedAnswer.json("{\"state\": \"in_progress\"}"));

    FinishedExport trial =
        FinishedExport.timedOut(
            Duration.ofSeconds(2),
            folder,
            building,
            attempt -> attempt.requests().size() > 2 && everyCallWasAnswered(attempt),
            "-o",
            "out.csv",
            "--poll-interval",
            "500ms",
            "--max-poll-interval",
            "500ms");

    assertThat(trial.ended().talkWithoutSignsOfLife().replaceAll("\\(\\d+ answers", "(N answers"))
        .isEqualTo(
            """
          TIME: started
          TIME: in_progress
          vidiexport: Gave up after TIME: VidiCenter is still building the export (N answers, last state in_progress). The same command, without --force-rebuild, picks it up.
          To go on: COMMAND
          """);
    assertThat(trial.ended().exitCode()).isEqualTo(5);
    assertThat(trial.receipt().get("state").getAsString()).isEqualTo("in_progress");
    assertThat(trial.receipt().get("calls").getAsInt()).isEqualTo(trial.requests().size());
  }

  private static boolean everyCallWasAnswered(FinishedExport attempt) {
    return !attempt.ended().err().contains("no answer arrived in time");
  }

  @Test
  void endsWith5WhileTheBodyComes() throws Exception {
    ScriptedAnswer slow =
        ScriptedAnswer.stalled("{\"state\": \"finished\", \"data\": [{\"location_id\": 1056},");

    FinishedExport trial =
        FinishedExport.timedOut(
            Duration.ofMillis(1500),
            folder,
            List.of(slow),
            attempt -> attempt.ended().err().contains("still coming"),
            "-o",
            "out.csv");

    trial.endsWith(
        5,
        "TIME: the answer was still coming when the time ran out, after 53 bytes",
        "vidiexport: Gave up after TIME: the rows were still coming. The same"
            + " command, without --force-rebuild, picks it up.",
        "To go on: COMMAND");
    assertThat(trial.requests()).hasSize(1);
  }

  /** All calls of a minute are used up in the first seconds, so there is no room before the end. */
  @Test
  void endsWith5WhenTheLimitOfCallsIsUsedUp() throws Exception {
    List<ScriptedAnswer> building = List.of(ScriptedAnswer.json("{\"state\": \"in_progress\"}"));

    FinishedExport trial =
        FinishedExport.of(
            folder,
            building,
            "-o",
            "out.csv",
            "--poll-interval",
            "1ms",
            "--max-poll-interval",
            "1ms",
            "--timeout",
            "55s");

    assertThat(trial.ended().talkWithoutSignsOfLife())
        .isEqualTo(
            """
            TIME: in_progress
            vidiexport: Gave up after TIME: the service's limits allow the next call \
            in TIME. The same command, without --force-rebuild, picks it up.
            To go on: COMMAND
            """);
    assertThat(trial.ended().exitCode()).isEqualTo(5);
    assertThat(trial.requests()).hasSize(50);
  }
}
