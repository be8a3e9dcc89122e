package dev.vidiexport.app.packaged;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With every word and every stack trace shown, the token still shows nowhere. */
class CanaryIT {
  private static final String ECHO =
      "{\"message\": \"" + Canary.authorization() + " and " + Canary.TOKEN + "\"}";

  /**
   * Trouble ends a run earlier, and so does a build: fifty calls are used up at once, and the next
   * one is a minute away.
   */
  private static final String FAR = "55s";

  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  @TempDir private Path folder;

  static Stream<Arguments> ends() {
    return Stream.of(
        end(0, ScriptedAnswer.resource("worked-example/finished.json")),
        end(3, ScriptedAnswer.of("401 " + Canary.authorization(), ECHO)),
        end(
            4,
            ScriptedAnswer.json(
                "{\"state\": \"failed\", \"fail_reason\": \"" + Canary.TOKEN + "\"}")),
        end(5, ScriptedAnswer.json("{\"state\": \"in_progress\"}")),
        end(7, ScriptedAnswer.of("200 OK", "<p>" + Canary.authorization() + Canary.TOKEN)),
        end(7, ScriptedAnswer.json("{\"state\": \"" + Canary.TOKEN + "\"}")),
        end(7, ScriptedAnswer.json("{\"state\": " + Canary.PLAIN_TOKEN + "}")),
        end(7, ScriptedAnswer.json("{\"data\": [{\"" + Canary.PLAIN_TOKEN + "\": 1, x}]}")),
        end(
            7,
            ScriptedAnswer.of(
                "302 Found", "", "Location: https://" + Canary.TOKEN + ".example.com/")),
        end(8, ScriptedAnswer.reset()),
        end(8, ScriptedAnswer.of("503 " + Canary.TOKEN, ECHO)),
        end(9, ScriptedAnswer.of("400 Bad Request", ECHO)));
  }

  private static Arguments end(int exitCode, ScriptedAnswer answer) {
    return Arguments.of(exitCode, answer);
  }

  @Tag("deadline")
  @ParameterizedTest
  @MethodSource("ends")
  void isSilentAtEveryEnd(int exitCode, ScriptedAnswer answer) throws Exception {
    FinishedExport trial =
        FinishedExport.of(folder, List.of(answer), "-o", "out.csv", "--timeout", FAR, "--verbose");

    assertThat(trial.ended().exitCode()).isEqualTo(exitCode);
    assertThat(trial.ended().err()).contains("GET http://127.0.0.1");
    assertThat(trial.requests())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.headers())
                    .containsEntry("authorization", Canary.authorization()));
  }

  /** A token of one word, which parsers quote as a whole in what they say. */
  @Tag("deadline")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 %s OK\r\n\r\n",
        "%s\r\n\r\n",
        "HTTP/1.1 200 OK\r\n%s\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n{",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n{",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n%s"
      })
  void isSilentWhenHttpItselfIsBroken(String answer) {
    ScriptedAnswer broken = ScriptedAnswer.raw(answer.formatted(Canary.PLAIN_TOKEN));
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(broken)) {
      ProcessResult ended =
          PackagedJar.in(folder)
              .askingAt(vidiCenter.baseUrl())
              .withVariable("VIDICENTER_TOKEN", Canary.PLAIN_TOKEN)
              .run(ExampleCommandLine.export("-o", "out.csv", "--timeout", FAR, "--verbose"));

      assertThat(ended.exitCode()).isIn(7, 8);
      assertThat(ended.err()).contains("    at dev.vidiexport.");
    }
  }

  @Test
  void isSilentWhenTheCertificateIsNotValid() throws Exception {
    try (ScriptedVidiCenter encrypted =
        ScriptedVidiCenter.answering(
            List.of(ScriptedAnswer.json("{}")), SelfSigned.sockets(folder))) {
      PackagedJar jar =
          PackagedJar.in(folder).askingAt("https://127.0.0.1:" + encrypted.port() + "/");

      FinishedExport trial = FinishedExport.of(jar, encrypted, "-o", "out.csv", "--verbose");

      assertThat(trial.ended().exitCode()).isEqualTo(8);
      assertThat(trial.ended().err()).contains("Caused by: javax.net.ssl.");
    }
  }

  @Tag("deadline")
  @Test
  void isSilentTowardsAProxy() {
    ScriptedAnswer refusal =
        ScriptedAnswer.of("407 Who are you", "", "Proxy-Authenticate: Basic realm=\"proxy\"");
    try (ScriptedVidiCenter proxy = ScriptedVidiCenter.answering(refusal)) {
      List<String> options = new ArrayList<>(PackagedJar.SHORT_RUN);
      options.addAll(List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + proxy.port()));

      ProcessResult ended =
          PackagedJar.in(folder)
              .withJvmOptions(options)
              .askingAt("https://vidicenter.example.com/")
              .run(ExampleCommandLine.export("-o", "out.csv", "--timeout", FAR, "--verbose"));

      assertThat(ended.err())
          .contains(
              "the proxy 127.0.0.1:%s (set by https.proxyHost) requires credentials of its own (407)"
                  .formatted(proxy.port()));
      assertThat(ended.exitCode()).isEqualTo(8);
      assertThat(proxy.requests())
          .isNotEmpty()
          .allSatisfy(request -> assertThat(request.method()).isEqualTo("CONNECT"))
          .allSatisfy(
              request ->
                  assertThat(Canary.leakedInto(request.toString())).as("sent to proxy").isEmpty());
    }
  }

  /** A Java without its logging makes the start of the client fail. */
  @Tag("deadline")
  @Test
  void isSilentAtADefect() {
    List<String> options = new ArrayList<>(PackagedJar.SHORT_RUN);
    options.addAll(List.of("--limit-modules", "java.base,jdk.unsupported"));

    ProcessResult ended =
        PackagedJar.in(folder)
            .withJvmOptions(options)
            .askingAt("https://127.0.0.1:9/")
            .run(ExampleCommandLine.export("-o", "out.csv", "--timeout", FAR, "--verbose"));

    assertThat(ended.err()).contains("    at dev.vidiexport.");
    assertThat(ended.exitCode()).isEqualTo(70);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd"})
  void isInNoFileOfAGoodEnd(String compression) throws Exception {
    FinishedExport trial =
        FinishedExport.of(
            folder,
            List.of(ScriptedAnswer.resource("worked-example/finished.json")),
            "-o",
            "out.parquet",
            "--sink-option",
            "compression=" + compression,
            "--verbose");

    assertThat(trial.ended().exitCode()).isZero();
    // The footer, which names the request, is never compressed, so the search has seen it.
    assertThat(Files.readString(folder.resolve("out.parquet"), ISO_8859_1))
        .contains("vidiexport.")
        .contains("viewers");
  }

  @Test
  void isInNoListOfProcessesNorInWhatIsStaged() throws Exception {
    ScriptedAnswer stalled = ScriptedAnswer.stalled("{\"data\": [{\"location_id\": 1056}, ");
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(stalled)) {
      PackagedJar jar = PackagedJar.in(folder).askingAt(vidiCenter.baseUrl());
      LeakSearch search = LeakSearch.before(folder, jar.temporaryFolder());
      RunningJar running =
          jar.start(
              ExampleCommandLine.export("-o", "out.csv", "--report", "report.json", "--verbose"));
      vidiCenter.awaitRequests(1);

      LeakSearch.checkProcess(running.process().pid());
      search.check(new byte[0], "");
      assertThat(folder).isNotEmptyDirectory();
      running.signal("TERM");
      assertThat(running.end().exitCode()).isEqualTo(143);
    }
  }

  static Stream<Arguments> slips() {
    String token = Canary.TOKEN;
    return Stream.of(
        Arguments.of(List.of("--token-file", token)),
        Arguments.of(List.of("--token", token)),
        Arguments.of(List.of("--token=" + token)),
        Arguments.of(List.of("--username", "me:" + token)),
        Arguments.of(List.of("--base-url", "https://me:" + token + "@vidicenter.example.com/")),
        Arguments.of(List.of("--base-url", "https://me:" + Canary.PLAIN_TOKEN)),
        Arguments.of(List.of("--base-url", "me:" + Canary.PLAIN_TOKEN)),
        Arguments.of(List.of("--base-url", "https://me:" + Canary.PLAIN_TOKEN + "%40host/")),
        Arguments.of(List.of("--base-url", "https://example.com/?token=" + token)),
        Arguments.of(List.of("--base-url", "https://example.com/#" + token)));
  }

  /** The token where it does not belong: refused, and not repeated. */
  @ParameterizedTest
  @MethodSource("slips")
  void isNotRepeatedWhereItDoesNotBelong(List<String> options) {
    CommandLineRun trial =
        CommandLineRun.of(
            Map.of("VIDICENTER_USERNAME", Canary.USERNAME, "VIDICENTER_TOKEN", "\u0007"),
            ExampleCommandLine.export(
                Stream.concat(Stream.of("-o", "out.csv", "--verbose"), options.stream())
                    .toArray(String[]::new)));

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(Canary.leakedInto(trial.err())).isEmpty();
  }

  static Stream<Arguments> unusableTokens() {
    byte[] token = Canary.TOKEN.getBytes(UTF_8);
    return Stream.of(
        Arguments.of((Object) (Canary.TOKEN + "\n" + Canary.PLAIN_TOKEN).getBytes(UTF_8)),
        Arguments.of((Object) (Canary.TOKEN + "\u0000").getBytes(UTF_8)),
        Arguments.of((Object) (Canary.TOKEN + "é").getBytes(ISO_8859_1)),
        Arguments.of((Object) Canary.TOKEN.repeat(10_000).getBytes(UTF_8)),
        Arguments.of((Object) new byte[token.length]));
  }

  @ParameterizedTest
  @MethodSource("unusableTokens")
  void isNotRepeatedFromAFileThatHoldsNone(byte[] content) throws Exception {
    Path file = Files.createFile(folder.resolve("token"), OWNER_ALONE);
    Files.write(file, content);

    CommandLineRun trial =
        CommandLineRun.of(
            Map.of("VIDICENTER_USERNAME", Canary.USERNAME),
            ExampleCommandLine.export(
                "-o", "out.csv", "--verbose", "--token-file", file.toString()));

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(Canary.leakedInto(trial.err())).isEmpty();
  }
}
