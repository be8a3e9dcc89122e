package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code 5: the time is over, and nothing went wrong. */
class TimeOverIT {
  @TempDir private Path folder;

  @Test
  void endsWith5WhileVidiCenterBuilds() throws Exception {
    List<Answer> building =
        List.of(
            Answer.json("{\"state\": \"started\"}"), Answer.json("{\"state\": \"in_progress\"}"));

    Trial trial =
        Trial.of(
            folder,
            building,
            "-o",
            "out.csv",
            "--poll-interval",
            "500ms",
            "--max-poll-interval",
            "500ms",
            "--timeout",
            "2s");

    assertThat(trial.ended().talk().replaceAll("\\(\\d+ answers", "(N answers"))
        .isEqualTo(
            """
          TIME: started
          TIME: in_progress
          vidiexport: Gave up after TIME: VidiCenter is still building the export (N answers, last state in_progress). The same command, without --force-rebuild, picks it up.
          """);
    assertThat(trial.ended().exitCode()).isEqualTo(5);
    assertThat(trial.report().get("state").getAsString()).isEqualTo("in_progress");
    assertThat(trial.report().get("calls").getAsInt()).isEqualTo(trial.requests().size());
  }

  @Test
  void endsWith5WhileTheBodyComes() throws Exception {
    Answer slow = Answer.stalled("{\"state\": \"finished\", \"data\": [{\"location_id\": 1056},");

    Trial trial = Trial.of(folder, List.of(slow), "-o", "out.csv", "--timeout", "1500ms");

    trial.endsWith(
        5,
        "TIME: the answer was still coming when the time was over, after 53 bytes",
        "vidiexport: Gave up after TIME: the rows were still coming. The same"
            + " command, without --force-rebuild, picks it up.");
    assertThat(trial.requests()).hasSize(1);
  }

  @Test
  void endsWith5WhenTheLimitOfCallsIsUsedUp() throws Exception {
    List<Answer> building = List.of(Answer.json("{\"state\": \"in_progress\"}"));

    Trial trial =
        Trial.of(
            folder,
            building,
            "-o",
            "out.csv",
            "--poll-interval",
            "1ms",
            "--max-poll-interval",
            "1ms",
            "--timeout",
            "30s");

    trial.endsWith(
        5,
        "TIME: in_progress",
        "vidiexport: Gave up after TIME: the limits of the service leave room for the next call in"
            + " TIME. The same command, without --force-rebuild, picks it up.");
    assertThat(trial.requests()).hasSize(50);
  }
}
