package dev.vidiexport.domain.rules;

import static dev.vidiexport.domain.rules.RequestFixtures.violationsOf;
import static dev.vidiexport.domain.rules.RequestFixtures.worked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00",
        "2016-02-29T23:59:59",
        "2000-02-29T00:00:00",
        "9999-12-31T23:59:59"
      })
  void takesEveryTimeOfTheCalendar(String time) {
    assertThat(worked().start(time).end(time).build().arguments())
        .containsEntry("start", time)
        .containsEntry("end", time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-04-29",
        "2016-04-29 10:00:00",
        "2016-04-29t10:00:00",
        "2016-04-29T10:00",
        "2016-04-29T10:00:00Z",
        "2016-04-29T10:00:00.0",
        "2016-04-29T10:00:00+02:00",
        " 2016-04-29T10:00:00",
        "2016-4-29T10:00:00",
        "02016-04-29T10:00:00",
        "-2016-04-29T10:00:00",
        "29.04.2016",
        "now",
        "٢٠١٦-٠٤-٢٩T١٠:٠٠:٠٠"
      })
  void refusesAnotherWayOfWriting(String text) {
    assertThat(violationsOf(worked().start(text)))
        .containsExactly("start must be YYYY-MM-DDTHH:mm:SS, but was \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-02-30T00:00:00",
        "2015-02-29T00:00:00",
        "1900-02-29T00:00:00",
        "2016-00-01T00:00:00",
        "2016-13-01T00:00:00",
        "2016-04-00T00:00:00",
        "2016-04-31T00:00:00",
        "2016-04-29T24:00:00",
        "2016-04-29T10:60:00",
        "2016-12-31T23:59:60"
      })
  void refusesATimeThatDoesNotExist(String text) {
    assertThat(violationsOf(worked().end(text)))
        .containsExactly(
            "end must be YYYY-MM-DDTHH:mm:SS, but was \""
                + text
                + "\", which is not a valid date and time");
  }

  @Test
  void refusesTheYearZero() {
    assertThat(violationsOf(worked().start("0000-12-31T00:00:00")))
        .containsExactly(
            "start must be YYYY-MM-DDTHH:mm:SS, but was \"0000-12-31T00:00:00\", and the first year"
                + " is 0001");
  }

  @Test
  void takesARangeOfOneSecond() {
    String time = "2016-04-29T10:00:00";

    assertThat(worked().start(time).end(time).build().end())
        .isEqualTo(LocalDateTime.of(2016, 4, 29, 10, 0));
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    assertThat(violationsOf(worked().start("2016-04-29T10:00:01").end("2016-04-29T10:00:00")))
        .containsExactly(
            "end must not be before start, but was 2016-04-29T10:00:00 < 2016-04-29T10:00:01");
  }

  @Test
  void cleansWhatItShows() {
    assertThat(violationsOf(worked().start("\u001b[2J" + "9".repeat(100))))
        .containsExactly(
            "start must be YYYY-MM-DDTHH:mm:SS, but was \"\\u{001B}[2J" + "9".repeat(48) + "…\"");
  }

  @Test
  void givesBackEveryTimeAsItWasWritten() {
    Property.holds(
        5_000,
        random -> {
          String time = anyTime(random);

          assertThat(worked().start(time).end(time).build().arguments())
              .containsEntry("start", time)
              .containsEntry("end", time);
        });
  }

  @Test
  void refusesEveryTimeWithOneCharacterChangedForNoDigit() {
    Property.holds(
        5_000,
        random -> {
          StringBuilder text = new StringBuilder(anyTime(random));
          int index = random.nextInt(text.length());
          char wrong = OddCharacters.anyButDigits(random);
          if (text.charAt(index) != wrong) {
            text.setCharAt(index, wrong);

            assertThat(violationsOf(worked().start(text.toString())))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("start must be YYYY-MM-DDTHH:mm:SS,"));
          }
        });
  }

  @Test
  void takesADigitChangedOnlyWhereATimeComesOut() {
    Property.holds(
        5_000,
        random -> {
          StringBuilder text = new StringBuilder(anyTime(random));
          int index = random.nextInt(text.length());
          if (Character.isDigit(text.charAt(index))) {
            text.setCharAt(index, (char) ('0' + random.nextInt(10)));
            String time = text.toString();
            ExportRequestBuilder builder = worked().start(time).end(time);

            if (ReferenceCalendar.has(time)) {
              assertThat(builder.build().arguments()).containsEntry("start", time);
            } else {
              assertThat(violationsOf(builder)).hasSize(2);
            }
          }
        });
  }

  private static String anyTime(Random random) {
    long seconds =
        random.nextLong(
            ReferenceCalendar.FIRST_EPOCH_SECOND, ReferenceCalendar.LAST_EPOCH_SECOND + 1);
    return ReferenceCalendar.text(seconds);
  }
}
