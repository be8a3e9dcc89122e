package dev.vidiexport.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationOptionTest {
  @ParameterizedTest
  @CsvSource({
    "1ms, PT0.001S",
    "500ms, PT0.5S",
    "10s, PT10S",
    "5m, PT5M",
    "2h, PT2H",
    "090s, PT90S",
    "PT10S, PT10S",
    "pt1h30m, PT1H30M",
    "P1D, PT24H",
    "PT0.25S, PT0.25S",
    "8784h, P366D"
  })
  void readsBothForms(String text, Duration expected) {
    assertThat(DurationOption.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10",
        "s",
        "ms",
        "-1s",
        "1.5s",
        "10 s",
        " 10s",
        "10S",
        "10sec",
        "1d",
        "1w",
        "PT",
        "P1M",
        "1h30m",
        "9999999999s",
        "soon"
      })
  void refusesWhatIsNoDuration(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationOption.parse(text))
        .withMessage(
            "must be a duration such as 500ms, 10s, 5m, 2h or PT10S, but was \"%s\"", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "0ms", "PT0S", "PT-5S", "8785h", "999999999h", "P367D", "PT1E"})
  void refusesWhatIsTooShortOrTooLong(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationOption.parse(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @Test
  void readsTheSameInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(DurationOption.parse("pt1m")).isEqualTo(Duration.ofMinutes(1));
    } finally {
      Locale.setDefault(before);
    }
  }
}
