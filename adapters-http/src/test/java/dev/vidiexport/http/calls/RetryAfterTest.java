package dev.vidiexport.http.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.http.WorkedExample;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final String NAME = "X-Vidiexport-Retry-After";

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "120, PT120S",
    "' 7 ', PT7S",
    "0000000000000000000007, PT7S",
    "31536000, P365D",
    "31536001, P365D",
    "99999999999, P365D",
    "999999999999999999999999, P365D",
    "'Thu, 25 Aug 2016 15:23:35 GMT', PT60S",
    "'Thursday, 25-Aug-16 15:23:35 GMT', PT60S",
    "'Thu Aug 25 15:23:35 2016', PT60S",
    "'Thu, 25 Aug 2016 15:22:35 GMT', PT0S",
    "'Mon, 01 Jan 1990 00:00:00 GMT', PT0S",
    "'Fri, 31 Dec 9999 23:59:59 GMT', P365D",
    "'Thu, 25 Aug 2016 17:23:35 +0200', PT60S",
    "'Thu, 25 Aug 2016 11:23:35 EDT', PT60S",
    "2016-08-25T15:23:35Z, PT60S",
    "2016-08-25 17:23:35+02:00, PT60S",
  })
  void takesSecondsAndDates(String value, Duration expected) {
    assertThat(RetryAfter.of(headers(value), WorkedExample.CLOCK)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 2",
    "1.0, 1",
    "1., 1",
    ".5, 1",
    "0.1, 1",
    "0.0, 0",
    "29.000000000000000000000000000001, 30",
    "1e3, 1000",
    "1.5E+1, 15",
    "1e-05, 1",
    "0e999999999, 0",
    "1e-999999999, 1",
    "1e999999999, 31536000",
    "999999999.9, 31536000",
    "+5, 5",
    "5s, 5",
    "5 seconds, 5",
    "0.5 Sec, 1",
  })
  void neverTakesLessThanSecondsOfAnyForm(String value, long seconds) {
    assertThat(RetryAfter.of(headers(value), WorkedExample.CLOCK))
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "'0,120', 120",
    "'120, 5', 120",
    "'5, Thu, 25 Aug 2016 15:23:35 GMT', 60",
    "'Thu, 25 Aug 2016 15:23:35 GMT, 5', 60",
    "'soon, 7', 7",
    "'1,5', 5",
  })
  void takesTheLongestOfSeveralInALine(String value, long seconds) {
    assertThat(RetryAfter.of(headers(value), WorkedExample.CLOCK))
        .contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "-1.5",
        "soon",
        "1.5.5",
        ".",
        "1e",
        "5 minutes",
        "0x10",
        "٣",
        "NaN",
        "Infinity",
        "Thu, 45 Foo 2016",
        "2016-08-25T15:23:35"
      })
  void takesNothingFromWhatItDoesNotUnderstand(String value) {
    assertThat(RetryAfter.of(headers(value), WorkedExample.CLOCK)).isEmpty();
  }

  @Test
  void isAbsentWithoutTheHeader() {
    assertThat(RetryAfter.of(Headers.of(), WorkedExample.CLOCK)).isEmpty();
  }

  @Test
  void takesTheLongestOfThoseThatItUnderstands() {
    Headers headers = new Headers.Builder().add(NAME, "x").add(NAME, "6").add(NAME, "5").build();

    assertThat(RetryAfter.of(headers, WorkedExample.CLOCK)).contains(Duration.ofSeconds(6));
  }

  @Test
  void countsADateFromTheAnswersOwnClock() {
    Headers headers =
        Headers.of("Date", "Sat, 27 Aug 2016 15:22:35 GMT", NAME, "Sat, 27 Aug 2016 15:22:45 GMT");

    assertThat(RetryAfter.of(headers, WorkedExample.CLOCK)).contains(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-P3650D", "-P1D", "-PT1H", "PT1H", "P1D", "P3650D"})
  void doesNotMindHowWrongTheClockHereIs(Duration error) {
    Headers headers =
        Headers.of("Date", "Thu, 25 Aug 2016 15:22:35 GMT", NAME, "Thu, 25 Aug 2016 15:23:35 GMT");

    assertThat(RetryAfter.of(headers, Clock.offset(WorkedExample.CLOCK, error)))
        .contains(Duration.ofSeconds(60));
  }

  @Test
  void neverThrowsAndNeverLeavesItsRange() {
    String alphabet = "0123456789-+:,.eEs GMTThuAugFriDec\u0000é😀";
    Property.holds(
        5_000,
        random -> {
          StringBuilder value = new StringBuilder();
          random
              .ints(random.nextInt(35), 0, alphabet.length())
              .forEach(index -> value.append(alphabet.charAt(index)));

          Optional<Duration> wait = RetryAfter.of(headers(value.toString()), WorkedExample.CLOCK);

          wait.ifPresent(
              found ->
                  assertThat(found).as("%s", value).isBetween(Duration.ZERO, Duration.ofDays(365)));
        });
  }

  private static Headers headers(String value) {
    return new Headers.Builder().addUnsafeNonAscii(NAME, value).build();
  }
}
