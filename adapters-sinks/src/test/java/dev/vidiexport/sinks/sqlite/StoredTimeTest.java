package dev.vidiexport.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import dev.vidiexport.sinks.text.TimestampWriter;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTimeTest {
  private static final long FIRST =
      LocalDateTime.of(1, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
  private static final long END =
      LocalDateTime.of(10_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) * 1_000_000;

  @Test
  void isReadAsItWasWritten() {
    Property.holds(
        300,
        random -> {
          long micros = FIRST + (long) (random.nextDouble() * (END - FIRST));
          long seconds = Math.floorDiv(micros, 1_000_000L) * 1_000_000;

          for (long time : new long[] {micros, seconds}) {
            assertThat(StoredTime.micros(new TimestampWriter().write(time), false)).hasValue(time);
            assertThat(StoredTime.micros(TimestampWriter.ofUtc().write(time), true)).hasValue(time);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2016-04-29",
        "2016-04-29T10:00:00",
        "2016-04-29 10:00",
        "2016-04-29 10:00:00Z",
        "2016-04-29 10:00:00.5",
        "2016-04-29 10:00:00.0000001",
        "2016-04-29 24:00:00",
        "2016-04-29 10:60:00",
        "2016-04-29 10:00:60",
        "2015-02-29 10:00:00",
        "2016-13-01 10:00:00",
        "2016-04-00 10:00:00",
        "20x6-04-29 10:00:00",
        "2016-04-29 10:00:00,000001",
        "\u0662\u0660\u0661\u0666-04-29 10:00:00",
        " 2016-04-29 10:00:0",
      })
  void isNoOtherText(String text) {
    assertThat(StoredTime.micros(text, false)).isEmpty();
  }

  @Test
  void isInUtcWhereItSaysSo() {
    assertThat(StoredTime.micros("1970-01-01T00:00:01Z", true)).hasValue(1_000_000);
    assertThat(StoredTime.micros("1970-01-01T00:00:01", true)).isEmpty();
    assertThat(StoredTime.micros("1970-01-01 00:00:01Z", true)).isEmpty();
    assertThat(StoredTime.micros("Z", true)).isEmpty();
  }
}
