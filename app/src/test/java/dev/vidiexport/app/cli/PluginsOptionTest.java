package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.vidiexport.app.plugins.BadPlugin;
import dev.vidiexport.app.plugins.BuiltPlugin;
import dev.vidiexport.app.plugins.ProviderSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugins folder does to commands, and {@code sinks} tells of it. */
class PluginsOptionTest {
  private static final ProviderSource HOUSE =
      ProviderSource.usual()
          .of("house")
          .with("fileExtensions", "return Set.of(\"house\", \"house.gz\");")
          .with(
              "options",
              """
              return List.of(
                  SinkOption.of("mode", OptionKind.Choice.of("fail", "append"), "fail", "What\\nif."),
                  new SinkOption("rows", new OptionKind.Whole(1, 9), Optional.empty(), "Some \\u001b."));
              """);

  @TempDir private Path folder;

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(Map.of("VIDIEXPORT_PLUGINS", folder.toString()), arguments);
  }

  private void openToOthers() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sinks", "sinks --json", "data-types", "whoami", "demo", "export"})
  void endsACommandWhenOthersCanWriteToTheFolder(String command) throws IOException {
    openToOthers();

    CommandLineRun trial = run(command.split(" "));

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.out()).isEmpty();
    assertThat(trial.err())
        .containsOnlyOnce("VIDIEXPORT_PLUGINS must be a folder that only you can write to")
        .containsOnlyOnce("\"" + folder + "\": run chmod go-w on it.");
  }

  @Test
  void endsACommandWhenTheFolderIsMissing() {
    Path missing = folder.resolve("missing");

    CommandLineRun trial = CommandLineRun.of("sinks", "--plugins", missing.toString());

    assertThat(trial)
        .isEqualTo(
            new CommandLineRun(
                2,
                "",
                """
                vidiexport: --plugins must be a folder that can be read, but "%s" does not exist.
                Try: vidiexport sinks --help
                """
                    .formatted(missing)));
  }

  @Test
  void endsACommandWhenTheFolderHasNoName() {
    assertThat(CommandLineRun.of("sinks", "--plugins", "").err())
        .startsWith("vidiexport: --plugins must name a folder, but is empty.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "--version", "sinks --help", "export --help --plugins no/such/folder"})
  void neverKeepsFromHelp(String command) throws IOException {
    openToOthers();

    CommandLineRun trial = run(command.split(" "));

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out()).isNotBlank();
    assertThat(trial.err()).isEmpty();
  }

  @Test
  void listsWhatIsGoodBesideAllThatIsBad() throws IOException {
    BuiltPlugin.of(HOUSE).jar(folder.resolve("house.jar"));
    int number = 100;
    for (BadPlugin bad : BadPlugin.all()) {
      bad.install(folder.resolve("bad-" + number++ + ".jar"));
    }

    CommandLineRun trial = run("sinks");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out()).contains("\nhouse ").contains("\ncsv ");
    assertThat(trial.err().lines())
        .hasSize(BadPlugin.all().size())
        .allMatch(line -> line.startsWith("vidiexport: Skipped the "));
    assertThat(trial.err()).doesNotContain("Exception", "java.", "\tat ");
    assertThat(run("--help").exitCode()).isZero();
  }

  @Test
  void tellsAllOfAPluginToPeople() throws IOException {
    Path jar = BuiltPlugin.of(HOUSE).jar(folder.resolve("house.jar"));

    List<String> lines =
        run("sinks").out().lines().map(line -> line.replaceAll(" {2,}", "|")).toList();

    assertThat(lines)
        .contains(
            "FORMAT|EXTENSIONS|TARGET|VERSION|JAR",
            "house|house house.gz|bytes|2.5|" + jar,
            "FORMAT|OPTION|VALUES|DEFAULT|MEANING",
            "house|mode|fail|append|fail|What if.",
            "house|rows|number|Some \\u{001B}.");
  }

  @Test
  void tellsAllOfAPluginToPrograms() throws IOException {
    Path jar = BuiltPlugin.of(HOUSE).jar(folder.resolve("house.jar"));

    JsonElement house =
        JsonParser.parseString(run("sinks", "--json").out()).getAsJsonArray().asList().stream()
            .filter(sink -> sink.getAsJsonObject().get("format").getAsString().equals("house"))
            .findFirst()
            .orElseThrow();

    assertThat(house)
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "format": "house",
                  "extensions": ["house", "house.gz"],
                  "schemes": [],
                  "target": "BYTES",
                  "options": [
                    {"name": "mode", "kind": "fail|append", "default": "fail", "help": "What\\nif."},
                    {"name": "rows", "kind": "number", "default": null, "help": "Some \\u001b."}
                  ],
                  "version": "2.5",
                  "jar": "%s"
                }
                """
                    .formatted(jar)));
  }

  /** Whoever still has the plugin of a format that ships by now is told so, and has the format. */
  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "xlsx"})
  void skipsAPluginOfAFormatThatShipsInOneLine(String format) throws IOException {
    Path jar =
        BuiltPlugin.of(
                ProviderSource.usual()
                    .of(format)
                    .with("fileExtensions", "return Set.of(\"%s\");".formatted(format)))
            .jar(folder.resolve("vidiexport-%s-1.0.0.jar".formatted(format)));

    CommandLineRun trial = run("sinks");

    assertThat(trial.exitCode()).isZero();
    assertThat(trial.err())
        .isEqualTo(
            "vidiexport: Skipped the sink \"%s\" of %s: the format ships with vidiexport.%n"
                .formatted(format, jar));
    assertThat(trial.out()).contains("\n" + format + " ").doesNotContain(jar.toString());
  }

  @Test
  void showsWhereAPluginFailedToTheCurious() throws IOException {
    BuiltPlugin.of(
            ProviderSource.usual()
                .with("constructor", "public Odd() { throw new Error(\"no luck\"); }"))
        .jar(folder.resolve("odd.jar"));

    assertThat(run("sinks", "--verbose").err()).contains("no luck", "plugin.Odd.<init>");
    assertThat(run("sinks").err().lines()).hasSize(1);
  }
}
