package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.plugins.SinkLoader;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectFile;
import dev.vidiexport.app.project.ProjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no command may write where a history is kept in a database. */
class HistoryOutputRulesTest {
  private static final SinkRegistry SINKS = SinkLoader.load(Optional.empty());

  @TempDir private Path folder;
  private ProjectFile project;

  @BeforeEach
  void readProject() throws IOException {
    Path file = folder.resolve("vidiexport.yaml");
    Files.writeString(
        file,
        """
        target: audience
        exports:
          v: {data_type: viewers, time_resolution: 1h, locations: all, start: 2024-01-01}
        """);
    ProjectFile ofFolder =
        new ProjectReader(SINKS, folder.resolve("home"))
            .read(file.toString(), new CommandLineProblems())
            .orElseThrow();
    project =
        new ProjectFile(
            file,
            new HistoryTarget.Database(
                "sqlite:" + folder.resolve("audience.db"),
                SINKS.find("sqlite").orElseThrow(),
                folder.resolve("ledger.db")),
            ofFolder.connection(),
            ofFolder.exports());
  }

  private List<String> ofOutput(String file) {
    CommandLineProblems problems = new CommandLineProblems();
    new ProjectOutputRules(project, problems).check("--output", folder.resolve(file));
    return problems.all();
  }

  private List<String> ofReport(String file) {
    CommandLineProblems problems = new CommandLineProblems();
    new SyncFileRules("--report", CommandLineRun.console(CommandLineRun.ENVIRONMENT), problems)
        .check(folder.resolve(file).toString(), project, Optional.empty());
    return problems.all();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger.db",
        "ledger.db-journal",
        "ledger.db-lock",
        "ledger.db-lock-holder",
        "ledger-2024-01-31.db"
      })
  void isTheLedgerAndWhatBelongsToIt(String file) {
    String standing =
        "must not be the ledger of the history, %s, or a file that belongs to it"
            .formatted(folder.resolve("ledger.db"));

    assertThat(ofOutput(file))
        .containsExactly("--output %s. Choose another --output.".formatted(standing));
    assertThat(ofReport(file))
        .containsExactly(
            "--report %s, but was \"%s\". Choose another --report."
                .formatted(standing, folder.resolve(file)));
  }

  @Test
  void isTheDatabase() {
    String standing =
        "must not be the database of the history, %s".formatted(folder.resolve("audience.db"));

    assertThat(ofOutput("audience.db"))
        .containsExactly("--output %s. Choose another --output.".formatted(standing));
    assertThat(ofReport("audience.db"))
        .containsExactly(
            "--report %s, but was \"%s\". Choose another --report."
                .formatted(standing, folder.resolve("audience.db")));
  }

  @Test
  void isTheProjectFile() {
    assertThat(ofOutput("vidiexport.yaml"))
        .containsExactly("--output must not be the project file. Choose another --output.");
    assertThat(ofReport("vidiexport.yaml")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows.csv", "audience/rows.csv", "ledger.csv", "audience-2024-01-31.db"})
  void isNothingElse(String file) {
    assertThat(ofOutput(file)).isEmpty();
    assertThat(ofReport(file)).isEmpty();
  }
}
