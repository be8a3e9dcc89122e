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
  })
  void takesSecondsAndDates(String value, Duration expected) {
    assertThat(RetryAfter.of(headers(value), WorkedExample.CLOCK)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "soon",
        "0x10",
        "٣",
        "Thu, 45 Foo 2016",
        "0,120"
      })
  void takesNothingFromWhatItDoesNotUnderstand(String value) {
    assertThat(RetryAfter.of(headers(value), WorkedExample.CLOCK)).isEmpty();
  }

  @Test
  void isAbsentWithoutTheHeader() {
    assertThat(RetryAfter.of(Headers.of(), WorkedExample.CLOCK)).isEmpty();
  }

  @Test
  void takesTheFirstOfTwoThatItUnderstands() {
    Headers headers = new Headers.Builder().add(NAME, "x").add(NAME, "5").add(NAME, "6").build();

    assertThat(RetryAfter.of(headers, WorkedExample.CLOCK)).contains(Duration.ofSeconds(5));
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
    String alphabet = "0123456789-+:,. GMTThuAugFriDec\u0000é😀";
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
