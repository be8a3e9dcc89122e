package dev.vidiexport.app.completion;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandModelReader;
import dev.vidiexport.app.manual.CommandModel;
import dev.vidiexport.app.manual.ProgramModel;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What TAB offers, by one table for all shells. Some names of files in it are such that a JVM in
 * the plain C locale cannot make them.
 */
@EnabledIfSystemProperty(named = "sun.jnu.encoding", matches = "UTF-8")
class ShellCompletionIT {
  private static final ProgramModel MODEL = CommandModelReader.read();

  @TempDir private Path folder;
  @TempDir private Path aside;
  private ShellPlace place;

  @BeforeEach
  void fillTheFolder() throws IOException {
    place = ShellPlace.in(folder, aside);
    Files.writeString(
        folder.resolve("vidiexport.yaml"),
        "target: t\nexports:\n  viewers_hourly:\n  ots_daily: {}\n");
    Files.writeString(folder.resolve("my project.yaml"), "exports:\n  of_mine: {}\n");
    Files.writeString(folder.resolve("at: noon.yaml"), "exports:\n  of_noon: {}\n");
    Files.writeString(place.home().resolve("at-home.yaml"), "exports:\n  of_home: {}\n");
    for (String name : new String[] {"$(touch hacked).csv", "größe 1.csv", "it's.csv"}) {
      Files.createFile(folder.resolve(name));
    }
    Files.createDirectories(folder.resolve("a folder"));
  }

  /** Lines, and what is offered at their ends. */
  private static Map<String, Set<String>> cases() {
    Set<String> types =
        DataCatalogue.documented().dataTypes().stream()
            .map(DataType::name)
            .collect(toCollection(TreeSet::new));
    Map<String, Set<String>> cases = new LinkedHashMap<>();
    cases.put("vidiexport ", names(MODEL.commands().stream().map(CommandModel::name)));
    cases.put("vidiexport ex", Set.of("export", "extract"));
    cases.put("vidiexport --plugins a\\ folder --quiet ex", Set.of("export", "extract"));
    cases.put("vidiexport no-such-command ", Set.of());
    cases.put("vidiexport export --for", Set.of("--force-rebuild", "--format"));
    cases.put(
        "vidiexport export --start 2016-04-29T10:00:00 --for",
        Set.of("--force-rebuild", "--format"));
    cases.put("vidiexport export --no-such", Set.of());
    cases.put("vidiexport export --data-type ", types);
    cases.put("vidiexport export --data-type=", types);
    cases.put("vidiexport data-types ", types);
    cases.put("vidiexport data-types vehicles", Set.of("vehicles", "vehicles_footfall"));
    cases.put("vidiexport export --time-resolution 1", Set.of("10m", "15m", "1h", "1d", "1M"));
    cases.put("vidiexport export --time-resolution=3", Set.of("30m", "30d"));
    cases.put(
        "vidiexport export -f ",
        Set.of("csv", "html", "json", "jsonl", "parquet", "postgresql", "sqlite", "xlsx"));
    cases.put("vidiexport extract --format=j", Set.of("json", "jsonl"));
    cases.put("vidiexport export --with n", Set.of("names"));
    cases.put("vidiexport export --with names,l", Set.of("labels"));
    cases.put(
        "vidiexport export --with=names,tags,", Set.of("labels", "seconds", "calendar", "utc"));
    cases.put(
        "vidiexport export -f parquet --sink-option ", Set.of("compression", "row-group-bytes"));
    cases.put("vidiexport export --format=jsonl --sink-option nulls=", Set.of("keep", "omit"));
    cases.put("vidiexport export -f csv --sink-option=line-separator=", Set.of("lf", "crlf"));
    cases.put("vidiexport export -f csv --sink-option=compression=g", Set.of("gzip"));
    cases.put("vidiexport report --language ", Set.of("en", "de", "fr", "es"));
    cases.put("vidiexport sandbox --status-only=", Set.of("honour", "ignore", "refuse"));
    cases.put("vidiexport completion ", Set.of("bash", "zsh", "fish"));
    cases.put("vidiexport export --location-tags ", Set.of());
    cases.put("vidiexport export --username ", Set.of());
    cases.put("vidiexport export --dry-run ", Set.of());
    cases.put("vidiexport sync --export ", Set.of("viewers_hourly", "ots_daily"));
    cases.put("vidiexport --quiet status --export=v", Set.of("viewers_hourly"));
    cases.put("vidiexport verify --export ots_daily,", Set.of("viewers_hourly"));
    cases.put("vidiexport plan --config my\\ project.yaml --export ", Set.of("of_mine"));
    cases.put("vidiexport plan --config='my project.yaml' --export ", Set.of("of_mine"));
    cases.put("vidiexport plan --config \"my project.yaml\" --export=", Set.of("of_mine"));
    cases.put("vidiexport plan --config at:\\ noon.yaml --export ", Set.of("of_noon"));
    cases.put("vidiexport plan --config ~/at-home.yaml --export ", Set.of("of_home"));
    cases.put("vidiexport plan --config no-such.yaml --export ", Set.of());
    cases.put("vidiexport plan --config . --export ", Set.of());
    cases.put("vidiexport export -o it", Set.of("it's.csv"));
    cases.put("vidiexport export --output gr", Set.of("größe 1.csv"));
    cases.put("vidiexport export --output=gr", Set.of("größe 1.csv"));
    cases.put("vidiexport export -o \"my", Set.of("my project.yaml"));
    cases.put("vidiexport export --staging ", Set.of("a folder"));
    cases.put("vidiexport export --staging=", Set.of("a folder"));
    cases.put("vidiexport init my", Set.of("my project.yaml"));
    cases.put(
        "vidiexport report -- ",
        Set.of(
            "vidiexport.yaml",
            "my project.yaml",
            "at: noon.yaml",
            "$(touch hacked).csv",
            "größe 1.csv",
            "it's.csv",
            "a folder"));
    cases.put("vidiexport report it\\'s.csv gr", Set.of("größe 1.csv"));
    cases.put("vidiexport report -- --", Set.of());
    cases.put("vidiexport export -- ", Set.of());
    return cases;
  }

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void offersWhatBelongsThere(ShellKind kind) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    try (Shell shell = kind.start(place)) {
      cases()
          .forEach(
              (line, expected) ->
                  softly
                      .assertThat(ShellKind.offered(shell, line))
                      .as(line)
                      .containsExactlyInAnyOrderElementsOf(expected));
    }
    softly.assertAll();
    assertThat(place.started()).as("programs that were started").isEmpty();
    assertThat(folder.resolve("hacked")).doesNotExist();
  }

  /** Otherwise a test that finds no mark would mean nothing. */
  @Test
  void aJavaThatIsStartedLeavesAMark() throws Exception {
    place.process(Path.of("none"), "sh", "-c", "java -version").start().waitFor();

    assertThat(place.started()).contains("java");
  }

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void offersEveryOptionOfEveryCommand(ShellKind kind) {
    SoftAssertions softly = new SoftAssertions();
    try (Shell shell = kind.start(place)) {
      softly
          .assertThat(ShellKind.offered(shell, "vidiexport --"))
          .isEqualTo(longOptions(MODEL.program()));
      for (CommandModel command : MODEL.commands()) {
        softly
            .assertThat(ShellKind.offered(shell, "vidiexport %s --".formatted(command.name())))
            .as(command.name())
            .isEqualTo(longOptions(command));
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void readsTheProjectFileOfTheVariableUnlessTheLineNamesOne(ShellKind kind) {
    place.set("VIDIEXPORT_CONFIG", "my project.yaml");
    try (Shell shell = kind.start(place)) {
      assertThat(ShellKind.offered(shell, "vidiexport sync --export ")).containsExactly("of_mine");
      assertThat(ShellKind.offered(shell, "vidiexport sync --config=vidiexport.yaml --export v"))
          .containsExactly("viewers_hourly");
    }
  }

  @ParameterizedTest
  @EnumSource(ShellKind.class)
  void readsProjectFilesHoweverTheyAreWritten(ShellKind kind) throws Exception {
    SoftAssertions softly = new SoftAssertions();
    try (Shell shell = kind.start(place)) {
      for (OddProjectFile odd : OddProjectFile.values()) {
        odd.write(folder.resolve("odd.yaml"));
        softly
            .assertThat(ShellKind.offered(shell, "vidiexport sync --config odd.yaml --export "))
            .as(odd.name())
            .isEqualTo(odd.names());
        Files.deleteIfExists(folder.resolve("odd.yaml"));
      }
    }
    softly.assertAll();
    assertThat(folder.resolve("hacked")).doesNotExist();
  }

  private static Set<String> longOptions(CommandModel command) {
    return names(
        command.options().stream()
            .flatMap(option -> option.names().stream())
            .filter(name -> name.startsWith("--")));
  }

  private static Set<String> names(Stream<String> names) {
    return names.collect(toCollection(TreeSet::new));
  }
}
