package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.app.project.ProjectExample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code init} writes and says. */
class InitTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("my project.yaml");
  }

  private CommandLineRun init(String... arguments) {
    return CommandLineRun.of(
        Map.of(), Stream.concat(Stream.of("init"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void writesTheExampleAndSaysWhatToDoNext() throws IOException {
    CommandLineRun trial = init(file.toString());

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out()).isEmpty();
    assertThat(trial.err())
        .isEqualTo(
            """
            Wrote FILE. Next:

            1. Fill in its two lines that are marked with FILL IN.
            2. Put your token into the file that token_file names, or set VIDICENTER_TOKEN.
            3. See what would be asked for, then ask for it:
                 vidiexport plan --config 'FILE'
                 vidiexport sync --config 'FILE'
            """
                .replace("FILE", file.toString()));
    assertThat(file).hasContent(ProjectExample.text());
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
  }

  @Test
  void saysNothingWhenItIsToBeQuiet() {
    CommandLineRun trial = init(file.toString(), "--quiet");

    assertThat(trial).isEqualTo(new CommandLineRun(0, "", ""));
    assertThat(file).exists();
  }

  @Test
  void leavesAFileThatIsThere() throws IOException {
    Files.writeString(file, "mine");

    CommandLineRun trial = init(file.toString());

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: "%s" exists already. Remove it, or choose another FILE.
            Try: vidiexport init --help
            """
                .formatted(file));
    assertThat(file).hasContent("mine");
  }

  @Test
  void leavesALinkThatLeadsNowhere() throws IOException {
    Files.createSymbolicLink(file, folder.resolve("nowhere"));

    assertThat(init(file.toString()).exitCode()).isEqualTo(2);
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void makesNoFolders() {
    CommandLineRun trial = init(folder.resolve("missing/vidiexport.yaml").toString());

    assertThat(trial.exitCode()).isEqualTo(6);
    assertThat(trial.err())
        .isEqualTo(
            """
            vidiexport: Cannot write %1$s/missing/vidiexport.yaml: its folder %1$s/missing does not exist. \
            Create it first, or choose another FILE.
            """
                .formatted(folder));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesWhatIsNoNameOfAFile() {
    assertThat(init("").err()).startsWith("vidiexport: FILE must name a file, but is empty.\n");
    assertThat(init("a\0b").err())
        .startsWith(
            "vidiexport: FILE must be a path that is valid on this system, but was \"a\\u{0000}b\".");
  }

  @Test
  void writesTheSchemaToStandardOutput() {
    CommandLineRun trial = init("--schema");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.err()).isEmpty();
    JsonObject schema = JsonParser.parseString(trial.out()).getAsJsonObject();
    assertThat(schema.get("$schema").getAsString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(init("--schema")).isEqualTo(trial);
  }

  @Test
  void writesOneOrTheOther() {
    CommandLineRun trial = init("--schema", file.toString());

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.err())
        .startsWith("vidiexport: --schema writes to standard output, so no FILE can be given.\n");
    assertThat(file).doesNotExist();
  }
}
