package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a command line of plan or sync, in words; every case ends with code 2. */
class SyncUsageTest {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>(CommandLineRun.ENVIRONMENT);

  @BeforeEach
  void writeProject() throws IOException {
    Files.writeString(folder.resolve("token"), "Cn4ry+T0ken/9f3b");
    Files.setPosixFilePermissions(
        folder.resolve("token"), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        """
        target: audience
        token_file: token
        exports:
          viewers_hourly:
            data_type: viewers
            time_resolution: 1h
            locations: [1056]
            start: 2024-03-01
        """);
    environment.put("VIDIEXPORT_CONFIG", folder.resolve("vidiexport.yaml").toString());
    environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
  }

  private CommandLineRun run(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command));
    for (String word : words) {
      all.add(word.replace("FOLDER", folder.toString()));
    }
    return CommandLineRun.of(environment, all.toArray(String[]::new));
  }

  private static Arguments wrong(String problem, String... words) {
    return Arguments.of(problem, words);
  }

  static Stream<Arguments> wrongForBoth() {
    return Stream.of(
        wrong(
            "--export must name exports of the project file, but was \"viewers_hourl\". Did you mean"
                + " \"viewers_hourly\"? It has: viewers_hourly.",
            "--export",
            "viewers_hourl"),
        wrong("--export must name exports of the project file, but was \"\".", "--export", ""),
        wrong("--as-of must be a time such as 2024-03-01T06:00:00Z", "--as-of", "yesterday"),
        wrong("--start must be", "--start", "2024-02-30"),
        wrong(
            "--end must not be before --start, but was 2024-03-01 < 2024-03-02.",
            "--start",
            "2024-03-02",
            "--end",
            "2024-03-01"),
        wrong("--timeout must be a duration", "--timeout", "soon"),
        wrong("The user name must not be blank.", "--username", ""),
        wrong("The base URL must look like", "--base-url", "vidicenter"),
        wrong("--max-calls-per-minute must be", "--max-calls-per-minute", "0"),
        wrong("Unknown option \"--force-rebuild\".", "--force-rebuild"),
        wrong("Unknown argument \"now\".", "now"));
  }

  static Stream<Arguments> wrongForSync() {
    return Stream.of(
        wrong("--max-duration must be a duration", "--max-duration", "2 hours"),
        wrong("--poll-interval must be", "--poll-interval", "-1s"),
        wrong("--oldest-first takes no value", "--oldest-first=yes"),
        wrong("Unknown option \"--offline\".", "--offline"),
        wrong(
            "--report must name a file, but was \"-\": standard output is only for data. Write ./-"
                + " for a file of that name.",
            "--report",
            "-"),
        wrong(
            "--report must be a path that is valid on this system, but was \"\".", "--report", ""),
        wrong("The name \"r.json.gz\" promises", "--report", "r.json.gz"),
        wrong(
            "--report and --token-file lead to the same file. Choose another --report.",
            "--report",
            "FOLDER/token",
            "--token-file",
            "FOLDER/token"),
        wrong(
            "--report and token_file in the project file lead to the same file. Choose another"
                + " --report.",
            "--report",
            "FOLDER/./token"),
        wrong(
            "--report must not be one of the files in which runs share the service's limits.",
            "--report",
            "FOLDER/state/vidiexport/0123.limits"),
        wrong(
            "--report must not replace the project file, but was",
            "--report",
            "FOLDER/vidiexport.yaml"),
        wrong(
            "--report must not be in the target of the history, which is",
            "--report",
            "FOLDER/audience/report.json"),
        wrong(
            "--report must not be in the target of the history, which is",
            "--report",
            "FOLDER/link/_vidiexport/report.json"),
        wrong(
            "--report must not be in the target of the history, which is",
            "--report",
            "FOLDER/audience"));
  }

  @ParameterizedTest
  @MethodSource("wrongForBoth")
  void isToldOfAPlan(String problem, String... words) {
    CommandLineRun ended = run("plan", words);

    assertThat(ended.err()).contains(problem).endsWith("Try: vidiexport plan --help\n");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"wrongForBoth", "wrongForSync"})
  void isToldOfASync(String problem, String... words) throws IOException {
    Files.createDirectories(folder.resolve("state/vidiexport"));
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("audience"));
    Files.createDirectory(folder.resolve("audience"));

    CommandLineRun ended = run("sync", words);

    assertThat(ended.err())
        .contains(problem)
        .endsWith("Try: vidiexport sync --help\n")
        .doesNotContain("Cn4ry");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(folder.resolve("audience")).isEmptyDirectory();
  }

  @Test
  void isToldAtOnce() {
    CommandLineRun ended =
        run(
            "sync",
            "--export",
            "no",
            "--as-of",
            "no",
            "--max-duration",
            "no",
            "--report",
            "-",
            "--base-url",
            "no",
            "--nothing");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).startsWith("vidiexport: 6 problems with this command:\n");
  }

  @Test
  void namesTheProjectFileThatIsNotThere() {
    environment.put("VIDIEXPORT_CONFIG", folder.resolve("none.yaml").toString());

    CommandLineRun ended = run("sync");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("none.yaml").contains("init");
  }
}
