package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.testing.GrowingDeadline;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code 8: VidiCenter cannot be reached, or keeps failing. */
class UnreachableIT {
  private static final String LATER =
      " Run it again later; --verbose shows what happened to each call.";
  private static final ScriptedAnswer FINISHED =
      ScriptedAnswer.resource("worked-example/finished.json");

  @TempDir private Path folder;

  @Tag("deadline")
  @Test
  void givesUpOnAConnectionThatIsRefused() throws Exception {
    try (ScriptedVidiCenter unused = ScriptedVidiCenter.answering(FINISHED)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt("http://127.0.0.1:" + closedPort() + "/");

      FinishedExport trial =
          GrowingDeadline.from(
              Duration.ofSeconds(1),
              deadline -> refused(jar, unused, deadline),
              attempt -> attempt.ended().err().contains(" was refused\n"));

      assertThat(trial.ended().exitCode()).isEqualTo(8);
      assertThat(lastLine(trial))
          .isEqualTo(
              "vidiexport: Gave up after TIME: the connection to SERVER was refused. Check"
                  + " --base-url, the network and the proxy.");
      assertThat(trial.receipt().get("calls").getAsInt()).isZero();
    }
  }

  private static FinishedExport refused(
      PackagedJar jar, ScriptedVidiCenter unused, Duration deadline) throws Exception {
    Files.deleteIfExists(jar.folder().resolve("report.json"));
    return FinishedExport.of(
        jar,
        unused,
        "-o",
        "out.csv",
        "--timeout",
        deadline.toString(),
        "--max-poll-interval",
        "30s");
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Test
  void givesUpAfterTenResets() throws Exception {
    FinishedExport trial =
        FinishedExport.of(folder, List.of(ScriptedAnswer.reset()), "-o", "out.csv");

    assertThat(trial.ended().exitCode()).isEqualTo(8);
    assertThat(lastLine(trial))
        .isEqualTo(
            "vidiexport: Gave up after TIME and 10 failed calls in a row; the last one: the"
                + " connection to SERVER broke before an answer arrived."
                + LATER);
    assertThat(trial.requests()).hasSize(10);
    assertThat(trial.receipt().get("calls").getAsInt()).isEqualTo(10);
    assertThat(trial.receipt().getAsJsonArray("waits_seconds")).hasSize(9);
  }

  @Test
  void givesUpAfterTenCutBodies() throws Exception {
    ScriptedAnswer cut =
        ScriptedAnswer.cut("{\"state\": \"finished\", \"data\": [{\"location_id\": 1056},");

    FinishedExport trial = FinishedExport.of(folder, List.of(cut), "-o", "out.csv");

    assertThat(trial.ended().exitCode()).isEqualTo(8);
    assertThat(lastLine(trial))
        .isEqualTo(
            "vidiexport: Gave up after TIME and 10 failed calls in a row; the last one: the"
                + " answer ended too early, after 53 bytes."
                + LATER);
    assertThat(trial.requests()).hasSize(10);
  }

  @Test
  void countsABodyThatEndsEarlyAsCut() throws Exception {
    ScriptedAnswer early =
        ScriptedAnswer.json("{\"state\": \"finished\", \"data\": [{\"location_id\": 1056}");
    ScriptedAnswer empty = ScriptedAnswer.json("");

    FinishedExport trial =
        FinishedExport.of(folder, List.of(early, empty, FINISHED), "-o", "out.csv");

    trial.endsWith(
        0,
        "TIME: the answer ended too early, after 52 bytes",
        "TIME: the answer ended too early, after 0 bytes",
        "TIME: finished",
        "Wrote out.csv: 2 rows, 5 columns, 133 bytes, 3 calls, TIME, created"
            + " 2016-08-25T15:22:35.");
    assertThat(trial.requests()).hasSize(3);
  }

  @Test
  void givesUpAfterTenErrorsOfTheServer() throws Exception {
    ScriptedAnswer busy =
        ScriptedAnswer.of("503 Service Unavailable", "<html>", "Content-Type: text/html");

    FinishedExport trial = FinishedExport.of(folder, List.of(busy), "-o", "out.csv");

    assertThat(trial.ended().exitCode()).isEqualTo(8);
    assertThat(lastLine(trial))
        .isEqualTo(
            "vidiexport: Gave up after TIME and 10 failed calls in a row; the last "
                + "one: VidiCenter at SERVER answered 503 Service Unavailable."
                + LATER);
    assertThat(trial.requests()).hasSize(10);
  }

  @Test
  void picksUpAfterNineTroubles() throws Exception {
    List<ScriptedAnswer> answers =
        new java.util.ArrayList<>(Collections.nCopies(9, ScriptedAnswer.reset()));
    answers.add(FINISHED);

    FinishedExport trial = FinishedExport.of(folder, answers, "-o", "out.csv");

    assertThat(trial.ended().exitCode()).isZero();
    assertThat(trial.requests()).hasSize(10);
  }

  @Test
  void endsAtOnceWhenItIsToComeBackAfterTheEnd() throws Exception {
    ScriptedAnswer later = ScriptedAnswer.of("503 Service Unavailable", "", "Retry-After: 7200");

    FinishedExport trial =
        FinishedExport.of(folder, List.of(later), "-o", "out.csv", "--timeout", "1h");

    trial.endsWith(
        8,
        "TIME: VidiCenter at SERVER answered 503 Service Unavailable",
        "vidiexport: VidiCenter asks to come back in TIME, which is after the end of this run:"
            + " VidiCenter at SERVER answered 503 Service Unavailable. Run it again then, or raise"
            + " --timeout.",
        "To go on: COMMAND");
    assertThat(trial.requests()).hasSize(1);
  }

  @Tag("deadline")
  @Test
  void givesUpWhenNoAnswerBegan() throws Exception {
    FinishedExport trial =
        FinishedExport.timedOut(
            Duration.ofMillis(1500),
            folder,
            List.of(ScriptedAnswer.silence()),
            attempt -> !attempt.requests().isEmpty(),
            "-o",
            "out.csv");

    trial.endsWith(
        8,
        "TIME: no answer arrived in time",
        "vidiexport: Gave up after TIME: no answer arrived in time." + LATER,
        "To go on: COMMAND");
    assertThat(trial.requests()).hasSize(1);
  }

  @Test
  void endsAtOnceOnACertificateThatIsNotValid() throws Exception {
    try (ScriptedVidiCenter encrypted =
        ScriptedVidiCenter.answering(List.of(FINISHED), SelfSigned.sockets(folder))) {
      PackagedJar jar =
          PackagedJar.in(folder).askingAt("https://127.0.0.1:" + encrypted.port() + "/");

      FinishedExport trial = FinishedExport.of(jar, encrypted, "-o", "out.csv");

      trial.endsWith(
          8,
          "vidiexport: The certificate of SERVER is not valid for it, so nothing was sent. If a"
              + " certificate authority of your own signs it, name its trust store with"
              + " -Djavax.net.ssl.trustStore=FILE.");
      assertThat(trial.requests()).isEmpty();
    }
  }

  /** Behind it is only the command that goes on. */
  private static String lastLine(FinishedExport trial) {
    List<String> lines = trial.ended().messages().lines().toList();
    assertThat(lines).last().isEqualTo("To go on: COMMAND");
    return lines.get(lines.size() - 2);
  }
}
