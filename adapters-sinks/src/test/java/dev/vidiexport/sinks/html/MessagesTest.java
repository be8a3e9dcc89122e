package dev.vidiexport.sinks.html;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.report.CountKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}");
  private static final Map<String, String> ENGLISH = Messages.of(PageLanguage.EN).all();

  /** Keys that are put together from these and a word of the domain. */
  private static final Pattern FAMILIES =
      Pattern.compile(
          "(counted|places|kind|figure|change|note|column|gender|age|group|daypart|weekpart"
              + "|meaning|title|heading|unknown)\\..+");

  @ParameterizedTest
  @EnumSource
  void areThereForEachKeyInEachLanguage(PageLanguage language) {
    assertThat(Messages.of(language).all().keySet()).isEqualTo(ENGLISH.keySet());
  }

  @ParameterizedTest
  @EnumSource
  void takeTheSamePlaceholdersInEachLanguage(PageLanguage language) {
    Messages.of(language)
        .all()
        .forEach(
            (key, text) ->
                assertThat(placeholders(text))
                    .as("%s in %s", key, language)
                    .isEqualTo(placeholders(ENGLISH.get(key))));
  }

  @ParameterizedTest
  @EnumSource
  void sayNothingEmptyAndNothingTwice(PageLanguage language) {
    assertThat(Messages.of(language).all())
        .allSatisfy((key, text) -> assertThat(text).isNotBlank());
    assertThat(keysInFile(language)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void areNotLeftInEnglish(PageLanguage language) {
    Map<String, String> texts = Messages.of(language).all();

    // Sentences of several words are never the same by chance.
    assertThat(
            texts.keySet().stream()
                .filter(key -> !key.startsWith("date.") && isSentence(ENGLISH.get(key))))
        .noneMatch(key -> texts.get(key).equals(ENGLISH.get(key)));
  }

  private static boolean isSentence(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("").strip().split(" ").length > 3;
  }

  @Test
  void areAllUsed() throws IOException {
    String sources = sources();

    assertThat(ENGLISH.keySet().stream().filter(key -> !isUsed(key, sources))).isEmpty();
  }

  private static boolean isUsed(String key, String sources) {
    String asked = key.replaceAll("\\.(one|other)$", "");
    return sources.contains("\"" + asked + "\"")
        || sources.contains("'" + asked + "'")
        || sources.contains("words." + asked)
        || (FAMILIES.matcher(key).matches()
            && sources.contains("\"" + key.substring(0, key.indexOf('.') + 1) + "\""));
  }

  private static String sources() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String folder :
        new String[] {
          "src/main/java/dev/vidiexport/sinks/html",
          "src/main/jte",
          "src/main/resources/dev/vidiexport/sinks/html/page"
        }) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.append(Files.readString(file));
        }
      }
    }
    return sources.toString();
  }

  @Test
  void fillTheirPlaceholders() {
    Messages messages = Messages.of(PageLanguage.EN);

    Phrase phrase = messages.phrase("heading.places", Argument.name("place", "<b>"));

    assertThat(phrase.parts())
        .containsExactly(new Phrase.Part("<b>", true), new Phrase.Part(" leads", false));
    assertThat(phrase.plain()).isEqualTo("\u2068<b>\u2069 leads");
  }

  @Test
  void doNotReadPlaceholdersInNames() {
    Phrase phrase =
        Messages.of(PageLanguage.EN).phrase("heading.places", Argument.name("place", "{place}"));

    assertThat(phrase.parts().get(0)).isEqualTo(new Phrase.Part("{place}", true));
  }

  @Test
  void haveASingularAndAPlural() {
    assertThat(counted(PageLanguage.EN, 1)).isEqualTo("1 watcher");
    assertThat(counted(PageLanguage.EN, 0)).isEqualTo("0 watchers");
    assertThat(counted(PageLanguage.FR, 0)).isEqualTo("0 spectateur");
    assertThat(counted(PageLanguage.FR, 2)).isEqualTo("2 spectateurs");
    assertThat(counted(PageLanguage.ES, 1)).isEqualTo("1 espectador");
    assertThat(counted(PageLanguage.DE, 2)).isEqualTo("2 Betrachter");
  }

  private static String counted(PageLanguage language, double count) {
    return PageWords.of(language).counted(CountKind.WATCHERS, count).plain();
  }

  @Test
  void sayWhatIsUnknownInPlaceOfWhatWasNotMeasured() {
    Messages messages = Messages.of(PageLanguage.EN);

    assertThat(messages.text("legend.not-measured")).isEqualTo("not measured");
    assertThat(messages.ofUnknown().text("legend.not-measured")).isEqualTo("not known");
    assertThat(messages.ofUnknown().text("legend.weekend")).isEqualTo("weekend");
  }

  @ParameterizedTest
  @EnumSource
  void haveAnEqualForEachUnknown(PageLanguage language) {
    Map<String, String> texts = Messages.of(language).all();

    assertThat(texts.keySet().stream().filter(key -> key.startsWith("unknown.")))
        .isNotEmpty()
        .allMatch(key -> texts.containsKey(key.substring("unknown.".length())));
  }

  @Test
  void refuseWhatTheyDoNotKnow() {
    Messages messages = Messages.of(PageLanguage.EN);

    assertThatThrownBy(() -> messages.text("no.such"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no message no.such in en");
    assertThatThrownBy(() -> messages.phrase("heading.places"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing for {place} of heading.places");
  }

  private static Set<String> placeholders(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<String> keysInFile(PageLanguage language) {
    String name =
        "src/main/resources/dev/vidiexport/sinks/html/messages_%s.properties"
            .formatted(language.tag());
    try {
      return Files.readString(Path.of(name), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.indexOf('=') > 0)
          .map(line -> line.substring(0, line.indexOf('=')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
