package dev.vidiexport.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.domain.text.QuotedText;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One table of project files, by which the reader and the schema are tested against each other:
 * good ones, bad ones that the schema finds, too, bad ones of which only the reader knows, and what
 * is no YAML that is taken. What is said of the bad ones is in one golden file.
 */
class ProjectTableTest {
  private static final Path GOLDEN = ProjectCase.TABLE.resolve("problems.txt");
  private static final Validator VALIDATOR =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();
  private static final URI SCHEMA =
      VALIDATOR.registerSchema(JsonOutput.of(ProjectSchema.of(ProjectCase.SINKS)));

  @Test
  void takesTheGoodOnes() throws IOException {
    for (Path file : ProjectCase.files("good")) {
      ProjectCase trial = ProjectCase.of(file);

      assertThat(trial.problems()).as(file.toString()).isEmpty();
      assertThat(trial.project()).as(file.toString()).isPresent();
    }
  }

  @Test
  void hasASchemaThatTakesTheGoodOnes() throws IOException {
    for (Path file : ProjectCase.files("good")) {
      assertThat(errors(file)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void hasASchemaThatRefusesTheBadOnes() throws IOException {
    for (Path file : ProjectCase.files("bad")) {
      assertThat(errors(file)).as(file.toString()).isNotEmpty();
    }
  }

  @Test
  void hasASchemaThatLeavesToTheReaderWhatGoesTogether() throws IOException {
    for (Path file : ProjectCase.files("bad-together")) {
      assertThat(errors(file)).as(file.toString()).isEmpty();
    }
  }

  @Test
  void tellsOfTheBadOnesAsTheGoldenFileSays() throws IOException {
    StringBuilder told = new StringBuilder();
    for (String part : List.of("bad", "bad-together", "not-yaml")) {
      for (Path file : ProjectCase.files(part)) {
        ProjectCase trial = ProjectCase.of(file);

        assertThat(trial.project()).as(file.toString()).isEmpty();
        assertThat(trial.problems()).as(file.toString()).isNotEmpty();
        told.append("# %s/%s\n".formatted(part, file.getFileName()));
        trial.problems().forEach(problem -> told.append(problem.replace(file + ", ", "") + "\n"));
        told.append('\n');
      }
    }

    assertThat(told.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void tellsNothingThatATerminalWouldActOn() throws IOException {
    assertThat(Files.readString(GOLDEN).lines()).allMatch(QuotedText::isPrintable);
  }

  @Test
  void repeatsNoTokenThatStandsWhereNoneIsTaken() throws IOException {
    assertThat(Files.readString(GOLDEN)).doesNotContain("s3cr3t", "T0ken", "sesame");
  }

  @Test
  void givesEveryProblemItsLine() throws IOException {
    assertThat(Files.readString(GOLDEN).lines().filter(line -> !line.isEmpty()))
        .allMatch(line -> line.startsWith("# ") || line.matches("line [0-9]+: .*[.?]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "bad", "bad-together", "not-yaml"})
  void hasMany(String part) throws IOException {
    assertThat(ProjectCase.files(part)).hasSizeGreaterThan(20);
  }

  /** What the schema says of a file, read as any program would read it. */
  private static List<String> errors(Path file) throws IOException {
    Object loaded =
        new Load(
                LoadSettings.builder()
                    .setSchema(new CoreSchema())
                    .setAllowDuplicateKeys(true)
                    .build())
            .loadFromString(text(file));
    List<String> errors = new ArrayList<>();
    VALIDATOR
        .validate(SCHEMA, JsonOutput.of(JsonValue.of(loaded)))
        .getErrors()
        .forEach(error -> errors.add(error.getInstanceLocation() + " " + error.getError()));
    return errors;
  }

  private static String text(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
