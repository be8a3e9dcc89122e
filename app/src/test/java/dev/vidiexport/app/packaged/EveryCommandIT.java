package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command, on every JDK found: nothing but our own words, and all of them in time. */
class EveryCommandIT {
  @TempDir private Path folder;

  static Stream<Path> jdks() {
    return InstalledJdks.all().stream();
  }

  static Stream<Arguments> commandsThatNeedNobody() {
    List<List<String>> commands =
        List.of(
            List.of("--help"),
            List.of("--version"),
            List.of("export", "--help"),
            List.of("export", "--version"),
            List.of("whoami", "--help"),
            List.of("init", "--help"),
            List.of("init", "--schema"),
            List.of("plan", "--help"),
            List.of("sync", "--help"),
            List.of("status", "--help"),
            List.of("verify", "--help"),
            List.of("extract", "--help"),
            List.of("sinks", "--help"),
            List.of("data-types", "--help"),
            List.of("locations", "--help"),
            List.of("sandbox", "--help"),
            List.of("demo", "--help"),
            List.of("completion", "--help"),
            List.of("completion", "bash"),
            List.of("completion", "zsh", "--quiet"),
            List.of("demo", "--quiet"),
            List.of("sinks"),
            List.of("sinks", "--json"),
            List.of("sinks", "--verbose"),
            List.of("data-types"),
            List.of("data-types", "--json"),
            List.of("data-types", "viewers"),
            List.of("data-types", "viewers", "--json", "--quiet"));
    return jdks().flatMap(jdk -> commands.stream().map(command -> Arguments.of(jdk, command)));
  }

  @ParameterizedTest(name = "{1} on {0}")
  @MethodSource("commandsThatNeedNobody")
  void writesToStandardOutputAlone(Path jdk, List<String> command) {
    ProcessResult ended = plain(jdk).run(command.toArray(String[]::new));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.text()).isNotBlank().endsWith("\n");
    assertThat(ended.exitCode()).isZero();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void showsTheVersionOfTheJar(Path jdk) {
    ProcessResult ended = plain(jdk).run("--version");

    assertThat(ended.text()).matches("vidiexport [0-9]+\\.[0-9]+\\.[0-9]+(-\\w+)?\n");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void saysWhoseCredentialsTheseAre(Path jdk) {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(
            ScriptedAnswer.json("{\"username\": \"canary@example.com\"}"))) {
      ProcessResult ended = plain(jdk).askingAt(vidiCenter.baseUrl()).run("whoami");

      assertThat(ended.err()).isEmpty();
      assertThat(ended.text()).isEqualTo("canary@example.com\n");
      assertThat(ended.exitCode()).isZero();
      assertThat(vidiCenter.requests())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.path()).isEqualTo("/api/v1/whoami/");
                assertThat(request.headers())
                    .containsEntry("authorization", Canary.authorization());
              });
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void listsLocations(Path jdk) {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.json("[{\"id\": 7, \"label\": \"銀座\"}]"))) {
      ProcessResult ended = plain(jdk).askingAt(vidiCenter.baseUrl()).run("locations", "--json");

      assertThat(ended.err()).isEmpty();
      assertThat(ended.text()).contains("{\"id\":7,\"label\":\"銀座\"}").endsWith("\n}\n");
      assertThat(ended.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void exports(Path jdk) throws Exception {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.resource("worked-example/finished.json"))) {
      ProcessResult ended =
          plain(jdk)
              .askingAt(vidiCenter.baseUrl())
              .run(ExampleCommandLine.export("-o", "viewers.csv"));

      assertThat(ended.messages())
          .isEqualTo(
              """
              TIME: finished
              Wrote viewers.csv: 2 rows, 5 columns, 133 bytes, 1 call, TIME, created \
              2016-08-25T15:22:35.
              """);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.exitCode()).isZero();
      assertThat(Files.size(folder.resolve("viewers.csv"))).isEqualTo(133);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void keepsAHistory(Path jdk) throws Exception {
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        exports:
          viewers: {data_type: viewers, time_resolution: 1h, locations: 1056, start: 2016-04-29, end: 2016-04-29}
        """);
    ScriptedAnswer nothing = ScriptedAnswer.json("[]");
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(
            nothing,
            nothing,
            ScriptedAnswer.json("[{\"id\": 1056}]"),
            nothing,
            nothing,
            ScriptedAnswer.resource("worked-example/finished.json"))) {
      ProcessResult ended = plain(jdk).askingAt(vidiCenter.baseUrl()).run("sync");

      assertThat(ended.messages())
          .startsWith(
              """
              1 slice to ask for
              viewers 2016-04-29 (1 location: 1056): 2 rows,\
              """)
          .hasLineCount(3);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.exitCode()).isZero();
      assertThat(folder.resolve("audience").resolve("viewers").resolve("date=2016-04-29"))
          .isDirectory();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void exportsQuietly(Path jdk) {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(ScriptedAnswer.resource("worked-example/finished.json"))) {
      ProcessResult ended =
          plain(jdk)
              .askingAt(vidiCenter.baseUrl())
              .run(ExampleCommandLine.export("-o", "-", "--quiet"));

      assertThat(ended.err()).isEmpty();
      assertThat(ended.text()).hasLineCount(3);
      assertThat(ended.exitCode()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void tellsOfRefusedCredentials(Path jdk) {
    try (ScriptedVidiCenter vidiCenter =
        ScriptedVidiCenter.answering(
            ScriptedAnswer.of(
                "401 Unauthorized",
                "{\"message\": \"Invalid API Token\", \"error\": 401}",
                "Content-Type: application/json"))) {
      PackagedJar jar = plain(jdk).askingAt(vidiCenter.baseUrl());

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", "viewers.csv"));

      assertThat(ended.messages())
          .startsWith("vidiexport: VidiCenter at SERVER refused the credentials with 401: Invalid")
          .hasLineCount(1);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.exitCode()).isEqualTo(3);
      assertThat(jar.files()).isEmpty();
      assertThat(vidiCenter.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void showsTheCallOfADryRunAndMakesNone(Path jdk) {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(ScriptedAnswer.reset())) {
      PackagedJar jar =
          plain(jdk).withVariable("VIDICENTER_BASE_URL", vidiCenter.baseUrl() + "prefix");

      ProcessResult ended = jar.run(ExampleCommandLine.export("-o", "viewers.csv", "--dry-run"));

      assertThat(ended.err()).isEmpty();
      assertThat(ended.text())
          .isEqualTo(
              "GET "
                  + vidiCenter.baseUrl()
                  + "prefix/api/v1/data/?locations=1056&data_type=viewers"
                  + "&start=2016-04-29T10:00:00&end=2016-04-29T11:00:00&time_resolution=1h\n");
      assertThat(ended.exitCode()).isZero();
      assertThat(jar.files()).isEmpty();
      assertThat(vidiCenter.requests()).isEmpty();
    }
  }

  private PackagedJar plain(Path jdk) {
    return PackagedJar.in(folder).on(jdk).withJvmOptions(List.of());
  }
}
