package dev.vidiexport.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What is true of every provider. */
abstract class ProviderFacts extends SimulatedHost {
  @Test
  void isAPublicClassWithAPublicConstructorWithoutArguments() throws Exception {
    Class<?> type = provider().getClass();

    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    assertThat(type.getConstructor().newInstance()).isInstanceOf(SinkProvider.class);
  }

  @Test
  void isFoundByTheServiceLoader() {
    List<String> found =
        ServiceLoader.load(SinkProvider.class).stream()
            .map(candidate -> candidate.type().getName())
            .toList();

    assertThat(found)
        .as("named in META-INF/services/dev.vidiexport.spi.SinkProvider")
        .contains(provider().getClass().getName());
  }

  @Test
  void wasCompiledAgainstTheseInterfaces() {
    assertThat(provider().spiVersion()).isEqualTo(SinkProvider.SPI_VERSION);
  }

  @Test
  void namesItsFormatInLowerCase() {
    String format = provider().format();

    assertThat(format).isNotBlank().isEqualTo(format.toLowerCase(Locale.ROOT)).doesNotContain(" ");
  }

  @Test
  void namesItsExtensionsInLowerCaseWithoutTheFirstDot() {
    assertThat(provider().fileExtensions())
        .allSatisfy(
            extension ->
                assertThat(extension)
                    .isNotBlank()
                    .doesNotStartWith(".")
                    .isEqualTo(extension.toLowerCase(Locale.ROOT)));
  }

  @Test
  void explainsEveryOptionOnce() {
    List<SinkOption> options = provider().options();

    assertThat(options).extracting(SinkOption::name).doesNotHaveDuplicates();
    assertThat(options).allSatisfy(option -> assertThat(option.help()).isNotBlank());
  }

  @Test
  void givesTheSameAnswersEachTime() {
    SinkProvider first = provider();
    SinkProvider second = provider();

    assertThat(answers(first)).isEqualTo(answers(first)).isEqualTo(answers(second));
  }

  @Test
  void writesWithEveryWordThatItsOptionsTake() throws Exception {
    SampleTable table = SampleTables.everyType(20);

    for (SinkOption option : provider().options()) {
      for (String word : words(option.kind())) {
        Map<String, String> given = new HashMap<>(options());
        given.put(option.name(), word);
        Path output = freshOutput();

        write(SinkTrial.of(provider(), given), table, 7, output);

        assertThat(!writesTo(TargetKind.EXTERNAL) && isAbsent(output))
            .as("%s=%s leaves no output", option.name(), word)
            .isFalse();
      }
    }
  }

  private static List<String> words(OptionKind kind) {
    if (kind instanceof OptionKind.Choice choice) {
      return choice.values();
    }
    return kind instanceof OptionKind.Flag ? List.of("true", "false") : List.of();
  }

  private static List<Object> answers(SinkProvider provider) {
    return List.of(
        provider.spiVersion(),
        provider.format(),
        provider.fileExtensions(),
        provider.targetKind(),
        provider.options(),
        provider.takesNonFinite());
  }
}
