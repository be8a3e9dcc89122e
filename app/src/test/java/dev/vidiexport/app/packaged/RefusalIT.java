package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes 3, 4 and 9: VidiCenter says no. It is asked once, and what it says is shown. */
class RefusalIT {
  private static final String OTHERWISE =
      " Ask for a shorter range or fewer sources, or have it rebuilt with --force-rebuild.";
  private static final String JSON = "Content-Type: application/json";

  @TempDir private Path folder;

  @Test
  void endsWith3WhenTheTokenIsWrong() throws Exception {
    ScriptedAnswer refusal =
        ScriptedAnswer.of(
            "401 Unauthorized", "{\"message\": \"Invalid API Token\", \"error\": 401}", JSON);

    FinishedExport trial = FinishedExport.of(folder, List.of(refusal), "-o", "out.csv");

    trial.endsWith(
        3,
        "vidiexport: VidiCenter at SERVER refused the credentials with 401: Invalid API Token."
            + " Check VIDICENTER_USERNAME and VIDICENTER_TOKEN, or use --username and"
            + " --token-file.");
    assertThat(trial.requests()).hasSize(1);
    assertThat(trial.receipt().get("calls").getAsInt()).isEqualTo(1);
    assertThat(trial.receipt().get("state").isJsonNull()).isTrue();
  }

  @Test
  void endsWith3WhenTheUserMayNot() throws Exception {
    ScriptedAnswer refusal =
        ScriptedAnswer.of("403 Forbidden", "<html>no</html>", "Content-Type: text/html");

    FinishedExport trial = FinishedExport.of(folder, List.of(refusal), "-o", "out.csv");

    trial.endsWith(
        3,
        "vidiexport: VidiCenter at SERVER refused the credentials with 403 Forbidden. Check"
            + " VIDICENTER_USERNAME and VIDICENTER_TOKEN, or use --username and --token-file.");
    assertThat(trial.requests()).hasSize(1);
  }

  @Test
  void endsWith4AndTheReasonWhenTheExportFailed() throws Exception {
    ScriptedAnswer failed =
        ScriptedAnswer.json(
            "{\"state\": \"failed\", \"fail_reason\": \"the\\ndisk\\u001b[1A is full\","
                + " \"creation_date\": \"2016-08-25T15:22:35\"}");

    FinishedExport trial = FinishedExport.of(folder, List.of(failed), "-o", "out.csv");

    trial.endsWith(
        4,
        "TIME: failed",
        "vidiexport: VidiCenter reports that the export failed: the disk\\u{001B}[1A"
            + " is full."
            + OTHERWISE);
    assertThat(trial.requests()).hasSize(1);
    assertThat(trial.receipt().get("state").getAsString()).isEqualTo("failed");
    assertThat(trial.receipt().get("creation_date").getAsString()).isEqualTo("2016-08-25T15:22:35");
    assertThat(trial.receipt().get("rows").isJsonNull()).isTrue();
    assertThat(trial.receipt().get("columns").isJsonNull()).isTrue();
    assertThat(trial.receipt().get("bytes").isJsonNull()).isTrue();
  }

  @Test
  void endsWith4WhenTheExportFailedForNoGivenReason() throws Exception {
    FinishedExport trial =
        FinishedExport.of(
            folder, List.of(ScriptedAnswer.json("{\"state\": \"failed\"}")), "-o", "-");

    trial.endsWith(
        4,
        "TIME: failed",
        "vidiexport: VidiCenter reports that the export failed, and gives no reason." + OTHERWISE);
  }

  @Test
  void endsWith9AndTheMessageWhenTheRequestIsRefused() throws Exception {
    ScriptedAnswer refusal =
        ScriptedAnswer.of(
            "400 Bad Request", "{\"message\": \"Unknown location 1056\", \"error\": 400}", JSON);

    FinishedExport trial = FinishedExport.of(folder, List.of(refusal), "-o", "out.csv");

    trial.endsWith(
        9,
        "vidiexport: VidiCenter at SERVER refused the request with 400: Unknown"
            + " location 1056. Check what was asked for, and --base-url.");
    assertThat(trial.requests()).hasSize(1);
  }

  @Test
  void endsWith9WhenNothingIsThere() throws Exception {
    ScriptedAnswer refusal =
        ScriptedAnswer.of("404 Not Found", "<html>nginx</html>", "Content-Type: text/html");

    FinishedExport trial = FinishedExport.of(folder, List.of(refusal), "-o", "out.csv");

    trial.endsWith(
        9,
        "vidiexport: VidiCenter at SERVER refused the request with 404 Not Found. Check what was"
            + " asked for, and --base-url.");
    assertThat(trial.requests()).hasSize(1);
  }

  @Test
  void showsNoTokenThatTheServiceSendsBack() throws Exception {
    ScriptedAnswer echo =
        ScriptedAnswer.of(
            "400 Bad Request", "{\"message\": \"You sent " + Canary.TOKEN + "\"}", JSON);

    FinishedExport trial = FinishedExport.of(folder, List.of(echo), "-o", "out.csv");

    trial.endsWith(
        9,
        "vidiexport: VidiCenter at SERVER refused the request with 400: You sent (not"
            + " shown). Check what was asked for, and --base-url.");
  }

  @Test
  void leavesTheEarlierFileAsItWas() throws Exception {
    Files.writeString(folder.resolve("out.csv"), "earlier");
    ScriptedAnswer failed =
        ScriptedAnswer.json("{\"state\": \"failed\", \"data\": [{\"location_id\": 1}]}");

    FinishedExport trial =
        FinishedExport.of(folder, List.of(failed), "-o", "out.csv", "--overwrite");

    trial.endsWith(
        4,
        "TIME: failed",
        "vidiexport: VidiCenter reports that the export failed, and gives no reason." + OTHERWISE);
    assertThat(folder.resolve("out.csv")).hasContent("earlier");
  }
}
