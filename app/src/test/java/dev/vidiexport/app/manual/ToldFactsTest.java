package dev.vidiexport.app.manual;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.domain.failure.FailureKind;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the manual tells of exit codes and variables is what the program has, and the README. */
class ToldFactsTest {
  /** How sources name a variable: by its whole name in quotation marks. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\"(VIDI(?:CENTER|EXPORT)_[A-Z_]*[A-Z]|XDG_[A-Z_]+|HOME|HOSTNAME|COMPUTERNAME|COLUMNS|TERM"
              + "|CLICOLOR_FORCE|NO_COLOR|[a-zA-Z]+_(?:proxy|PROXY)|PG[A-Z]+|SOURCE_DATE_EPOCH|JAVA_HOME)\"");

  /** A variable whatever its name, where a console is asked for it. */
  private static final Pattern ASKED = Pattern.compile("\\.variable\\(\"([A-Za-z_]+)\"\\)");

  @Test
  void exitCodesAreThoseOfTheProgram() throws Exception {
    Set<Integer> codes = new TreeSet<>();
    for (Field field : ExitCode.class.getDeclaredFields()) {
      if (field.getType() == int.class) {
        codes.add(field.getInt(null));
      }
    }
    Arrays.stream(FailureKind.values()).map(ExitCode::of).forEach(codes::add);

    assertThat(ExitStatuses.ALL)
        .extracting(ExitStatuses.Status::code)
        .containsExactlyElementsOf(codes);
  }

  @Test
  void exitCodesMeanWhatTheReadmeSays() throws Exception {
    List<String> rows =
        Files.readString(Path.of("../README.md"))
            .lines()
            .dropWhile(line -> !line.equals("## Exit codes"))
            .filter(line -> line.matches("\\| [0-9].*"))
            .map(line -> line.replace("`", ""))
            .toList();

    for (ExitStatuses.Status status : ExitStatuses.ALL) {
      assertThat(rows)
          .as("the row of %s", status.code())
          .anySatisfy(
              row -> {
                assertThat(row.split("\\|")[1].split(",")).anyMatch(isCode(status.code()));
                // One row is of both signals.
                assertThat(row).contains(status.meaning().replaceAll(" \\(SIG.*", ""));
              });
    }
  }

  private static java.util.function.Predicate<String> isCode(int code) {
    return text -> text.strip().equals(String.valueOf(code));
  }

  @Test
  void variablesAreThoseOfTheProgram() throws Exception {
    Set<String> told =
        EnvironmentVariables.all().stream()
            .flatMap(variable -> Stream.of(variable.name().split(", ")))
            .collect(toCollection(TreeSet::new));
    Set<String> read = new TreeSet<>();
    for (String module : List.of(".", "../domain", "../adapters-http", "../adapters-sinks")) {
      addVariables(Path.of(module, "src/main/java"), read);
    }
    // One is read by the launcher, and those of limits are made of the names of options.
    read.add("JAVA_HOME");
    read.addAll(
        List.of(
            "VIDIEXPORT_MAX_CALLS_PER_MINUTE",
            "VIDIEXPORT_MAX_CONNECTIONS",
            "VIDIEXPORT_MAX_EXPORTS"));

    assertThat(told).isEqualTo(read);
  }

  private static void addVariables(Path folder, Set<String> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        for (Pattern pattern : List.of(VARIABLE, ASKED)) {
          pattern.matcher(source).results().map(match -> match.group(1)).forEach(found::add);
        }
      }
    }
  }
}
