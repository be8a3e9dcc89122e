package dev.vidiexport.app.manual;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.cli.CommandModelReader;
import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that the build has made. */
class ManualPagesTest {
  private static final Path PAGES = Path.of("target/manual");
  private static final ProgramModel MODEL = CommandModelReader.read();

  static Stream<CommandModel> commands() {
    return MODEL.all();
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellEveryOption(CommandModel command) throws Exception {
    String page = page(command);

    for (OptionModel option : command.options()) {
      for (String name : option.names()) {
        assertThat(page).contains(RoffText.bold(name));
      }
      assertThat(page).contains(option.takesValue() ? RoffText.italic(option.label()) : "");
    }
    for (ArgumentModel argument : command.arguments()) {
      assertThat(page).contains(RoffText.italic(argument.label()));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void callTheProgramByItsName(Path page) throws IOException {
    assertThat(page).content().contains("vidiexport").doesNotContain("{program}", "${");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void haveTheSectionsThatPagesHave(CommandModel command) throws Exception {
    assertThat(page(command).lines().filter(line -> line.startsWith(".SH")))
        .filteredOn(line -> !line.contains("COMMANDS") && !line.contains("ARGUMENTS"))
        .containsExactly(
            ".SH \"NAME\"",
            ".SH \"SYNOPSIS\"",
            ".SH \"DESCRIPTION\"",
            ".SH \"OPTIONS\"",
            ".SH \"EXIT STATUS\"",
            ".SH \"ENVIRONMENT\"",
            ".SH \"FILES\"",
            ".SH \"EXAMPLES\"",
            ".SH \"SEE ALSO\"");
  }

  @Test
  void areOneForEachCommandAndOneForTheProjectFile() throws Exception {
    assertThat(pages())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    commands().map(ManualPagesTest::file),
                    Stream.of(PAGES.resolve("man5/vidiexport.yaml.5")))
                .toList());
  }

  @Test
  void nameOnlyPagesThatThereAre() throws Exception {
    Pattern other = Pattern.compile("\\\\fB(vidiexport(?:[a-z.]|\\\\-)*)\\\\fR\\(([15])\\)");
    List<Path> named = new ArrayList<>();
    for (Path page : pages()) {
      other
          .matcher(Files.readString(page))
          .results()
          .map(found -> path(found.group(1), found.group(2)))
          .forEach(named::add);
    }

    assertThat(named).allSatisfy(page -> assertThat(page).exists());
    assertThat(Set.copyOf(named)).containsExactlyInAnyOrderElementsOf(pages());
  }

  private static Path path(String name, String section) {
    return PAGES.resolve("man%s/%s.%s".formatted(section, name.replace("\\-", "-"), section));
  }

  /** Two builds of the same sources make the same pages. */
  @Test
  void bearTheDayOfTheSources() throws Exception {
    String build = Files.readString(Path.of("../pom.xml"));
    String day = between("<project.build.outputTimestamp>", "T", build);
    String version = between("<version>", "</version>", build);

    for (Path page : pages()) {
      assertThat(Files.readString(page).lines().findFirst().orElseThrow())
          .contains("\"%s\" \"vidiexport %s\"".formatted(day, version));
    }
  }

  private static String between(String begin, String end, String text) {
    int at = text.indexOf(begin) + begin.length();
    return text.substring(at, text.indexOf(end, at));
  }

  @Test
  void areReadByMan() throws Exception {
    MachineRequirements.must("read manual pages", "man", "--version");
    for (Path page : pages()) {
      Process man = process("man", "--warnings", "-E", "UTF-8", "-l", page.toString());
      assertThat(new String(man.getInputStream().readAllBytes(), UTF_8)).contains("SEE ALSO");
      assertThat(new String(man.getErrorStream().readAllBytes(), UTF_8))
          .as(page.toString())
          .isEmpty();
    }
  }

  @Test
  void areFlawless() throws Exception {
    MachineRequirements.must("check manual pages", "sh", "-c", "command -v mandoc");
    for (Path page : pages()) {
      Process mandoc = process("mandoc", "-T", "lint", page.toString());
      assertThat(new String(mandoc.getInputStream().readAllBytes(), UTF_8)).isEmpty();
      assertThat(mandoc.waitFor()).isZero();
    }
  }

  private static Process process(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("MANWIDTH", "80");
    return builder.start();
  }

  private static String page(CommandModel command) throws IOException {
    return Files.readString(file(command));
  }

  private static Path file(CommandModel command) {
    return PAGES.resolve("man1/%s.1".formatted(ManualPage.name(MODEL, command)));
  }
}
