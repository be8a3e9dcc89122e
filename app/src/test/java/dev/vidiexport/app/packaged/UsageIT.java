package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code 2: what is wrong with a command line is said all at once, and nothing is sent. */
class UsageIT {
  private static final String TRY = "Try: vidiexport export --help";

  @TempDir private Path folder;

  @Test
  void tellsAllProblemsAtOnce() throws Exception {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(ScriptedAnswer.reset())) {
      PackagedJar jar =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("VIDICENTER_USERNAME", "");

      ProcessResult ended =
          jar.run(
              "export",
              "--data-typ",
              "viewers",
              "--time-resolution",
              "2h",
              "--start",
              "2016-04-31T10:00:00",
              "--locations",
              "1056,,7",
              "-o",
              "out.parqet",
              "--sink-option",
              "x",
              "--timeout",
              "soon",
              "--report",
              "report.json");

      assertThat(
              ended.err().replaceFirst("csv, html, json, jsonl, parquet, sqlite, xlsx", "FORMATS"))
          .isEqualTo(
              """
              vidiexport: 8 problems with this command:
                Unknown option "--data-typ". Did you mean "--data-type"?
                --time-resolution must be one of finest, 5m, 10m, 15m, 30m, 1h, 1d, 7d, 30d, 1M, \
              but was "2h" (did you mean "1h"?).
                --start must be YYYY-MM-DDTHH:mm:SS, but was "2016-04-31T10:00:00", which is not a valid \
              date and time.
                --end must be given.
                --locations must not contain an empty item, but item 2 of 3 is empty.
                --timeout must be a duration such as 500ms, 10s, 5m, 2h or PT10S, but was "soon".
                The extension of "out.parqet" does not tell the format. Choose one with --format: FORMATS.
                No user name: give --username, or set VIDICENTER_USERNAME.
              """
                  + TRY
                  + "\n");
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(jar.files()).isEmpty();
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  @Test
  void writesNoReport() throws Exception {
    FinishedExport trial =
        FinishedExport.of(
            folder, List.of(ScriptedAnswer.reset()), "-o", "out.csv", "--timeout", "1");

    trial.endsWith(
        2,
        "vidiexport: --timeout must be a duration such as TIME, TIME, TIME, TIME or PT10S, but was"
            + " \"1\".",
        TRY);
  }

  @Test
  void refusesATokenFileThatOthersCanRead() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, Canary.TOKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    ProcessResult ended =
        withoutToken().run(ExampleCommandLine.export("-o", "out.csv", "--token-file", "token"));

    assertThat(ended.err())
        .startsWith(
            "vidiexport: --token-file must be readable only by you, but others can read \"token\","
                + " which belongs to ")
        .endsWith(
            " and has mode 0644: run chmod 600 on it; in Kubernetes mount the secret with"
                + " defaultMode: 0400, and set fsGroup where the container's user is not root.\n"
                + TRY
                + "\n");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(Canary.leakedInto(ended.err())).isEmpty();
  }

  @Test
  void takesATokenFileOfOnesOwn() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, "\uFEFF" + Canary.TOKEN + "\r\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.resource("worked-example/finished.json"))) {
      PackagedJar jar = withoutToken().withVariable("VIDICENTER_BASE_URL", vidiCenter.baseUrl());

      ProcessResult ended =
          jar.run(ExampleCommandLine.export("-o", "out.csv", "--token-file", "token"));

      assertThat(ended.exitCode()).isZero();
      assertThat(vidiCenter.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.headers())
                      .containsEntry("authorization", Canary.authorization()));
    }
  }

  @Test
  void takesATokenFromStandardInput() throws Exception {
    Path file = folder.resolve("token");
    Files.writeString(file, Canary.TOKEN + "\n");
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(
            ScriptedAnswer.json("{\"username\": \"canary@example.com\"}"))) {
      PackagedJar jar = withoutToken().withVariable("VIDICENTER_BASE_URL", vidiCenter.baseUrl());

      ProcessResult ended = jar.withInput(file).run("whoami", "--token-file", "-");

      assertThat(ended.text()).isEqualTo("canary@example.com\n");
      assertThat(vidiCenter.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.headers())
                      .containsEntry("authorization", Canary.authorization()));
    }
  }

  @Test
  void refusesPlainHttpToAnotherHost() {
    ProcessResult ended =
        PackagedJar.in(folder)
            .askingAt("http://vidicenter.example.com/")
            .run(ExampleCommandLine.export("-o", "out.csv"));

    assertThat(ended.err())
        .isEqualTo(
            """
            vidiexport: The base URL must begin with https://, but was \
            "http://vidicenter.example.com/": VidiCenter revokes a token that travels unencrypted. \
            Plain http is allowed only for localhost, 127.0.0.0/8 and [::1].
            """
                + TRY
                + "\n");
    assertThat(ended.exitCode()).isEqualTo(2);
  }

  private PackagedJar withoutToken() {
    return PackagedJar.in(folder).withVariable("VIDICENTER_USERNAME", Canary.USERNAME);
  }
}
