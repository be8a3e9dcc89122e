package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.rules.RequestFixtures.violationsOf;
import static dev.vidiexport.domain.rules.RequestFixtures.worked;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.SourceKind;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceRulesTest {
  @ParameterizedTest
  @EnumSource(SourceKind.class)
  void takesEachKindOnItsOwn(SourceKind kind) {
    ExportRequestBuilder builder =
        worked().sources(SourceKind.LOCATIONS, null).sources(kind, List.of("3", "1"));

    assertThat(builder.build().arguments()).containsEntry(kind.argument(), "3,1");
  }

  @Test
  void takesListsGivenSeveralTimes() {
    assertThat(locations("1,2", "3").build().arguments()).containsEntry("locations", "1,2,3");
  }

  @Test
  void takesTheGreatestIdAndLeadingZeros() {
    assertThat(locations("9223372036854775807", "0000000000000000000000000042").build().sources())
        .containsEntry(SourceKind.LOCATIONS, List.of(Long.MAX_VALUE, 42L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "000",
        "-1",
        "+1",
        " 1",
        "1 ",
        "1.0",
        "1e3",
        "0x1F",
        "1_000",
        "9223372036854775808",
        "99999999999999999999999",
        "lobby",
        "1;2",
        "1&force_rebuild=1",
        "١٢",
        "１"
      })
  void refusesWhatIsNoId(String text) {
    assertThat(violationsOf(locations(text)))
        .containsExactly(
            "locations must be ids, which are whole numbers from 1 to 9223372036854775807, but"
                + " found \""
                + text
                + "\"");
  }

  @Test
  void tellsThatTagsAreGivenById() {
    assertThat(violationsOf(worked().sources(SourceKind.SITE_TAGS, List.of("north"))))
        .singleElement()
        .asString()
        .endsWith(
            "but found \"north\"; tags are given by id, not by label, and the command locations"
                + " lists both");
  }

  @Test
  void callsTheKindsAsItIsTold() {
    ExportRequestBuilder builder =
        worked().sources(SourceKind.LOCATIONS, null).naming(name -> "<" + name + ">");

    assertThat(violationsOf(builder)).singleElement().asString().endsWith("<site_tags>");
  }

  @Test
  void tellsHowManyMoreAreWrong() {
    assertThat(violationsOf(locations("1", "a", "2", "b,0")))
        .singleElement()
        .asString()
        .endsWith("but found \"a\" and 2 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "1,", ",1", "1,,2"})
  void refusesAnEmptyItem(String list) {
    assertThat(violationsOf(locations(list)))
        .singleElement()
        .asString()
        .startsWith("locations must not contain an empty item, but item ");
  }

  @Test
  void refusesAnEmptyText() {
    assertThat(violationsOf(locations(""))).containsExactly("locations must not be empty");
    assertThat(violationsOf(locations("1", "")))
        .containsExactly("locations must not contain an empty item, but item 2 of 2 is empty");
  }

  @Test
  void refusesAnEmptyListEvenBesideAnotherSource() {
    ExportRequestBuilder builder = worked().sources(SourceKind.SITES, List.of());

    assertThat(violationsOf(builder)).containsExactly("sites must not be an empty list");
  }

  @Test
  void givesBackEveryListAsItWasWritten() {
    Property.holds(
        2_000,
        random -> {
          List<Long> ids =
              LongStream.generate(() -> (random.nextLong() >>> (1 + random.nextInt(62))) | 1)
                  .limit(1 + random.nextInt(20))
                  .boxed()
                  .toList();
          SourceKind kind = SourceKind.values()[random.nextInt(SourceKind.values().length)];
          String list = ids.stream().map(String::valueOf).collect(joining(","));
          ExportRequestBuilder builder = worked().sources(kind, List.of(list));

          assertThat(builder.build().arguments()).containsEntry(kind.argument(), list);
          assertThat(builder.build().sources()).containsEntry(kind, ids);
        });
  }

  @Test
  void refusesEveryIdWithACharacterThatIsNoDigit() {
    Property.holds(
        5_000,
        random -> {
          StringBuilder text =
              new StringBuilder(Integer.toString(1 + random.nextInt(Integer.MAX_VALUE - 1)));
          char wrong = OddCharacters.anyButDigits(random);
          text.insert(random.nextInt(text.length() + 1), wrong);
          // A comma parts two ids, which is no mistake unless it stands at an edge.
          if (wrong != ',') {
            assertThat(violationsOf(locations(text.toString())))
                .singleElement()
                .asString()
                .startsWith("locations must be ids")
                .matches("\\P{Cntrl}*");
          }
        });
  }

  private static ExportRequestBuilder locations(String... lists) {
    return worked().sources(SourceKind.LOCATIONS, List.of(lists));
  }
}
