package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.HistorySelection;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What commands that are about a history take, whichever they are. */
class ProjectOptionsTest {
  private static final SinkRegistry SINKS = SinkLoader.load(Optional.empty());

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = folder.resolve("histories.yaml");
    Files.writeString(
        file,
        """
        target: ~/audience
        defaults:
          time_resolution: 1h
          locations: all
          start: 2024-01-01
        exports:
          viewers:
            data_type: viewers
          passers:
            data_type: ots
          gates:
            data_type: gate
        """);
  }

  /** A command that has these options alone. */
  @CommandLine.Command(name = "trial")
  static final class Trial {
    @Mixin private final ProjectOptions options = new ProjectOptions();
  }

  private record Reading(Optional<ChosenProject> chosen, List<String> problems) {
    HistorySelection selection() {
      assertThat(problems).isEmpty();
      return chosen.orElseThrow().selection();
    }

    List<String> names() {
      return selection().exports().stream().map(ProjectExport::name).toList();
    }
  }

  private Reading read(String... words) {
    return read(
        Map.of("HOME", "/home/me"),
        Stream.concat(Stream.of("--config", file.toString()), Stream.of(words))
            .toArray(String[]::new));
  }

  private static Reading read(Map<String, String> environment, String... words) {
    Trial trial = new Trial();
    new CommandLine(trial).parseArgs(words);
    CommandLineProblems problems = new CommandLineProblems();
    Console console = CommandLineRun.console(environment);
    return new Reading(trial.options.read(console, SINKS, problems), problems.all());
  }

  @Test
  void meansEverythingByDefault() {
    Reading reading = read();

    assertThat(reading.names()).containsExactly("viewers", "passers", "gates");
    assertThat(reading.selection().start()).isEmpty();
    assertThat(reading.selection().end()).isEmpty();
    assertThat(reading.selection().asOf()).isEmpty();
    assertThat(reading.selection().json()).isFalse();
    assertThat(reading.chosen().orElseThrow().project().target())
        .isEqualTo(new HistoryTarget.Folder(Path.of("/home/me/audience")));
  }

  @Test
  void choosesInTheOrderOfTheFile() {
    HistorySelection selection =
        read(
                "--export",
                "gates,viewers",
                "--export=gates",
                "--start",
                "2024-01-31",
                "--end",
                "2024-01-31",
                "--as-of",
                "2024-03-01T06:00:00Z",
                "--json")
            .selection();

    assertThat(selection.exports())
        .extracting(ProjectExport::name)
        .containsExactly("viewers", "gates");
    assertThat(selection.start()).contains(LocalDate.of(2024, 1, 31));
    assertThat(selection.end()).contains(LocalDate.of(2024, 1, 31));
    assertThat(selection.asOf()).contains(Instant.parse("2024-03-01T06:00:00Z"));
    assertThat(selection.json()).isTrue();
  }

  @Test
  void looksWhereTheEnvironmentSays() {
    assertThat(read(Map.of("VIDIEXPORT_CONFIG", file.toString())).names()).hasSize(3);
    assertThat(
            read(Map.of("VIDIEXPORT_CONFIG", "elsewhere.yaml"), "--config", file.toString())
                .names())
        .hasSize(3);
  }

  @Test
  void looksInTheCurrentFolderOtherwise() {
    assertThat(read(Map.of()).problems())
        .containsExactly(
            "The project file \"vidiexport.yaml\" does not exist. Make one with vidiexport init, or"
                + " name it with --config.");
  }

  @Test
  void tellsEverythingAtOnce() throws IOException {
    Files.writeString(file, "target: a\n");

    assertThat(read("--start", "2024-02-30", "--end", "x", "--as-of", "now").problems())
        .containsExactly(
            file + ", line 1: exports must be given: exports by their names.",
            "--start must be a day, YYYY-MM-DD, but was \"2024-02-30\", which is not in the"
                + " calendar.",
            "--end must be a day, YYYY-MM-DD, but was \"x\".",
            "--as-of must be a time such as 2024-03-01T06:00:00Z, but was \"now\".");
  }

  @Test
  void knowsNoOtherExports() {
    assertThat(read("--export", "viewer,passers,").problems())
        .containsExactly(
            "--export must name exports of the project file, but was \"viewer\". Did you mean"
                + " \"viewers\"? It has: viewers, passers, gates.",
            "--export must name exports of the project file, but was \"\". It has: viewers, passers,"
                + " gates.");
  }

  @Test
  void goesForwardInTime() {
    assertThat(read("--start", "2024-01-02", "--end", "2024-01-01").problems())
        .containsExactly("--end must not be before --start, but was 2024-01-01 < 2024-01-02.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-03-01",
        "2024-03-01T06:00:00",
        "2024-03-01T06:00:00+00:00",
        "2024-03-01T06:00Z",
        "2024-03-01T06:00:00.0Z",
        "2024-03-01t06:00:00z",
        "2024-02-30T06:00:00Z",
        "2024-03-01T24:00:00Z",
        "2024-03-01T23:59:60Z"
      })
  void isStrictAboutMoments(String moment) {
    assertThat(read("--as-of", moment).problems())
        .singleElement()
        .asString()
        .startsWith("--as-of must be a time ");
  }
}
