package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code sinks --new} writes, says and refuses; SkeletonIT builds what it wrote. */
class NewSinkTest {
  @TempDir private Path folder;

  @Test
  void writesAProjectAndSaysWhatToDoNext() throws Exception {
    Path project = folder.resolve("over there").resolve("my sink");

    CommandLineRun trial = CommandLineRun.of("sinks", "--new", "my-format", project.toString());

    assertThat(trial.err()).isEmpty();
    assertThat(trial.exitCode()).isZero();
    assertThat(trial.out().lines())
        .first()
        .isEqualTo(
            "Wrote the project of a sink for the format my-format into " + project + ". Next:");
    assertThat(trial.out())
        .contains("mvn install -DskipTests -DskipITs\n")
        .contains("mvn -f '" + project + "/pom.xml' verify\n")
        .contains(" cp '" + project + "/target/vidiexport-my-format-0.1.0.jar' plugins\n")
        .contains("vidiexport sinks --plugins plugins\n")
        .contains("vidiexport export --plugins plugins --data-type viewers ")
        .endsWith(" -o rows.my-format\n");
    assertThat(files(project))
        .containsExactly(
            ".gitignore",
            "README.md",
            "pom.xml",
            "src/main/java/com/example/myformatsink/MyFormatSink.java",
            "src/main/java/com/example/myformatsink/MyFormatSinkProvider.java",
            "src/main/resources/META-INF/services/dev.vidiexport.spi.SinkProvider",
            "src/test/java/com/example/myformatsink/MyFormatSinkContractTest.java",
            "src/test/java/com/example/myformatsink/MyFormatSinkTest.java");
  }

  @Test
  void leavesNoHoleInAnyFile() throws Exception {
    CommandLineRun.of("sinks", "--new", "int", folder.toString());

    for (String file : files(folder)) {
      assertThat(Files.readString(folder.resolve(file)))
          .as(file)
          .doesNotContain("{{", "}}")
          .doesNotContainPattern("@[a-z-]+\\.version@");
    }
    assertThat(folder.resolve("pom.xml"))
        .content()
        .contains("<version>${vidiexport.version}<")
        // Signed libraries lose their signatures: they do not fit the one jar.
        .contains("META-INF/*.SF<", "META-INF/*.DSA<", "META-INF/*.RSA<", "META-INF/*.EC<");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Big", "1st", "a b", "a--b", "-a", "a-", "a.b", "../a", "ä", "a/b", "a_b"})
  void refusesWhatIsNoNameOfAFormat(String name) throws Exception {
    CommandLineRun trial =
        CommandLineRun.of("sinks", "--new", name, folder.resolve("new").toString());

    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(trial.err()).contains("--new");
    assertThat(trial.out()).isEmpty();
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void refusesTheNameOfAFormatThatThereIs() throws Exception {
    CommandLineRun trial =
        CommandLineRun.of("sinks", "--new", "parquet", folder.resolve("new").toString());

    assertThat(trial.err())
        .contains(
            "--new must be followed by the name of a new format, but parquet already exists in ");
    assertThat(trial.exitCode()).isEqualTo(2);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void refusesAFolderThatHoldsAnything() throws Exception {
    Path file = Files.writeString(folder.resolve("pom.xml"), "mine");

    for (Path taken : List.of(folder, file)) {
      CommandLineRun trial = CommandLineRun.of("sinks", "--new", "tabs", taken.toString());

      assertThat(trial.err())
          .contains(
              "--new must name a folder that is empty or does not exist yet, but was \""
                  + taken
                  + "\".");
      assertThat(trial.exitCode()).isEqualTo(2);
    }
    assertThat(files(folder)).containsExactly("pom.xml");
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesHalfAnOrder() throws Exception {
    for (String[] half :
        new String[][] {
          {"sinks", "--new"}, {"sinks", "--new", "tabs"}, {"sinks", "--new", "tabs", "--quiet"}
        }) {
      CommandLineRun trial = CommandLineRun.of(half);

      assertThat(trial.exitCode()).isEqualTo(2);
      assertThat(trial.err())
          .isEqualTo(
              "vidiexport: --new needs a name and a folder.\nTry: vidiexport sinks --help\n");
    }
    assertThat(
            CommandLineRun.of("sinks", "--new", "tabs", "new", "--new", "bars", folder.toString())
                .err())
        .startsWith("vidiexport: --new is given more than once.\n");
    assertThat(
            CommandLineRun.of("sinks", "--json", "--new", "tabs", folder.resolve("new").toString()))
        .extracting(CommandLineRun::exitCode, CommandLineRun::out)
        .containsExactly(2, "");
    assertThat(files(folder)).isEmpty();
  }

  private static List<String> files(Path top) throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> top.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
