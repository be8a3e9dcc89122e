package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.project.ProjectConnection;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.http.BaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Options win over the environment, and both win over a project file. */
class ConnectionFallbackTest {
  private static final String TOKEN = "Cn4ry+T0ken/9f3b";

  @TempDir private Path folder;
  private Path tokenFile;
  private ProjectConnection project;

  @BeforeEach
  void writeToken() throws IOException {
    tokenFile = folder.resolve("token");
    Files.writeString(tokenFile, TOKEN);
    Files.setPosixFilePermissions(tokenFile, PosixFilePermissions.fromString("rw-------"));
    project =
        new ProjectConnection(
            "p.yaml",
            Optional.of("http://127.0.0.1:1/"),
            Optional.of("of-the-file"),
            Optional.of(tokenFile.toString()));
  }

  /** A command that has these options alone. */
  @CommandLine.Command(name = "trial")
  static final class Trial {
    @Mixin private final ConnectionOptions options = new ConnectionOptions();
  }

  private record Reading(
      Optional<BaseUrl> address, Optional<SessionSettings> settings, List<String> problems) {
    String told() {
      return address + " " + settings.map(found -> found.http().credentials()) + " " + problems;
    }
  }

  private static Reading read(
      Optional<ProjectConnection> project, Map<String, String> environment, String... words) {
    Trial trial = new Trial();
    new CommandLine(trial).parseArgs(words);
    CommandLineProblems problems = new CommandLineProblems();
    Console console = CommandLineRun.console(environment);
    ConnectionFallback fallback = ConnectionFallback.of(project);
    Optional<BaseUrl> address = trial.options.baseUrl(fallback, console, problems);
    Optional<SessionSettings> settings =
        trial.options.settings(
            address, fallback, Optional.of(Duration.ofMinutes(1)), console, problems);
    return new Reading(address, settings, problems.all());
  }

  @Test
  void isTakenWhereNothingElseIsSaid() {
    Reading reading = read(Optional.of(project), Map.of());

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.told()).contains("http://127.0.0.1:1/", "username=of-the-file");
  }

  @Test
  void losesToTheEnvironment() throws IOException {
    Files.delete(tokenFile);
    Map<String, String> environment = new HashMap<>();
    environment.put("VIDICENTER_BASE_URL", "http://127.0.0.1:2/");
    environment.put("VIDICENTER_USERNAME", "of-the-environment");
    environment.put("VIDICENTER_TOKEN", TOKEN);

    Reading reading = read(Optional.of(project), environment);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.told()).contains("http://127.0.0.1:2/", "username=of-the-environment");
  }

  @Test
  void losesToOptions() {
    Map<String, String> environment = new HashMap<>(CommandLineRun.ENVIRONMENT);
    Reading reading =
        read(
            Optional.of(project),
            environment,
            "--base-url=http://127.0.0.1:3/",
            "--username=of-the-option",
            "--token-file=" + tokenFile);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.told()).contains("http://127.0.0.1:3/", "username=of-the-option");
  }

  @Test
  void hasTheRulesOfAnyFileWithAToken() throws IOException {
    Files.setPosixFilePermissions(tokenFile, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(read(Optional.of(project), Map.of()).problems())
        .singleElement()
        .asString()
        .startsWith("token_file in p.yaml must be readable only by you, but others can read ")
        .doesNotContain(TOKEN);
  }

  @Test
  void saysWhereElseSomethingCanBe() {
    ProjectConnection silent =
        new ProjectConnection("p.yaml", Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(read(Optional.of(silent), Map.of()).problems())
        .containsExactly(
            "No user name: give --username, or set VIDICENTER_USERNAME, or write username in"
                + " p.yaml.",
            "No token: give --token-file, or set VIDICENTER_TOKEN, or write token_file in p.yaml.");
  }

  @Test
  void missesNothingThatAFileMayHaveWhichIsNotGood() {
    assertThat(read(Optional.empty(), Map.of()).problems()).isEmpty();
  }
}
