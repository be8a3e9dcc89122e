package dev.vidiexport.domain.typing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTextTest {
  private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

  private final TimestampText timestamps = new TimestampText();

  private long micros(String text) {
    byte[] utf8 = ("1" + text + "1").getBytes(UTF_8);
    return timestamps.micros(utf8, 1, utf8.length - 2);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-04-29 10:00:00, 2016-04-29T10:00:00",
    "2016-04-29T10:00:00, 2016-04-29T10:00:00",
    "2025-12-23T12:59:04.208000, 2025-12-23T12:59:04.208",
    "2025-12-23 12:59:04.2, 2025-12-23T12:59:04.2",
    "2025-12-23 12:59:04.000001, 2025-12-23T12:59:04.000001",
    "2016-02-29 23:59:59.999999, 2016-02-29T23:59:59.999999",
    "2000-02-29 00:00:00, 2000-02-29T00:00:00",
    "1969-12-31 23:59:59.999999, 1969-12-31T23:59:59.999999",
    "0001-01-01 00:00:00, 0001-01-01T00:00:00",
    "9999-12-31 23:59:59, 9999-12-31T23:59:59",
  })
  void readsTimes(String text, LocalDateTime time) {
    assertThat(EPOCH.plus(micros(text), ChronoUnit.MICROS)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-04-29",
        "2016-04-29 10:00",
        "2016-04-29 10:00:00.",
        "2016-04-29 10:00:00.1234567",
        "2016-04-29 10:00:00,5",
        "2016-04-29 10:00:00Z",
        "2016-04-29 10:00:00+02:00",
        "2016-04-29T10:00:00.5Z",
        " 2016-04-29 10:00:00",
        "2016-04-29 10:00:00 ",
        "2016-04-29t10:00:00",
        "2016-04-29_10:00:00",
        "2016/04/29 10:00:00",
        "2016-04-31 10:00:00",
        "2015-02-29 10:00:00",
        "1900-02-29 10:00:00",
        "2016-02-30 10:00:00",
        "2016-13-01 10:00:00",
        "2016-00-01 10:00:00",
        "2016-01-00 10:00:00",
        "2016-01-32 10:00:00",
        "2016-04-29 24:00:00",
        "2016-04-29 10:60:00",
        "2016-04-29 23:59:60",
        "0000-01-01 00:00:00",
        "-001-01-01 00:00:00",
        "2016-04-29 1٠:00:00",
        "20160429T100000.1234",
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(micros(text)).isEqualTo(TimestampText.NONE);
  }

  @Test
  void agreesWithTheJdkOnEveryText() {
    Property.holds(
        20_000,
        random -> {
          String text = RandomJson.timestamp(random);

          long micros = micros(text);

          assertThat(micros)
              .as(text)
              .isEqualTo(
                  ReferenceTyping.timestamp(text)
                      .map(time -> EPOCH.until(time, ChronoUnit.MICROS))
                      .orElse(TimestampText.NONE));
        });
  }
}
