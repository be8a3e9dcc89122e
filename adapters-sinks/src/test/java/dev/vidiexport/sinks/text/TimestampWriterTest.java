package dev.vidiexport.sinks.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampWriterTest {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final DateTimeFormatter WITHOUT_FRACTION =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter WITH_FRACTION =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final TimestampWriter timestamps = new TimestampWriter();

  @ParameterizedTest
  @CsvSource({
    "2016-04-29T10:00, 2016-04-29 10:00:00",
    "2016-04-29T10:00:00.5, 2016-04-29 10:00:00.500000",
    "2016-04-29T10:00:00.000001, 2016-04-29 10:00:00.000001",
    "1969-12-31T23:59:59.999999, 1969-12-31 23:59:59.999999",
    "0001-01-01T00:00, 0001-01-01 00:00:00",
    "9999-12-31T23:59:59.999999, 9999-12-31 23:59:59.999999",
  })
  void writesSixDigitsOfFractionWhereThereIsOne(LocalDateTime time, String text) {
    assertThat(timestamps.write(micros(time))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2016-04-29T08:00, 2016-04-29T08:00:00Z",
    "2016-04-29T08:00:00.000001, 2016-04-29T08:00:00.000001Z",
    "1969-12-31T23:59:59.5, 1969-12-31T23:59:59.500000Z",
    "0001-01-01T00:00, 0001-01-01T00:00:00Z",
  })
  void saysThatATimeIsInUtc(LocalDateTime time, String text) {
    TimestampWriter utc = TimestampWriter.ofUtc();

    assertThat(utc.write(micros(time))).isEqualTo(text);
    assertThat(utc.write(micros(time.plusNanos(2_000)))).hasSize(27).endsWith("Z");
    assertThat(utc.write(micros(time))).isEqualTo(text);
  }

  @Test
  void agreesWithTheJdkOnAnyTimestamp() {
    long least = micros(LocalDateTime.of(1, 1, 1, 0, 0));
    long most = micros(LocalDateTime.of(10_000, 1, 1, 0, 0));
    Property.holds(
        20_000,
        random -> {
          long micros = random.nextLong(least, most);
          if (random.nextBoolean()) {
            micros -= Math.floorMod(micros, 1_000_000);
          }
          LocalDateTime time =
              LocalDateTime.ofEpochSecond(
                  Math.floorDiv(micros, 1_000_000),
                  Math.floorMod(micros, 1_000_000) * 1000,
                  ZoneOffset.UTC);
          DateTimeFormatter format = time.getNano() == 0 ? WITHOUT_FRACTION : WITH_FRACTION;

          assertThat(timestamps.write(micros)).isEqualTo(format.format(time));
          assertThat(TimestampWriter.ofUtc().write(micros))
              .isEqualTo(format.format(time).replace(' ', 'T') + "Z");
        });
  }

  private static long micros(LocalDateTime time) {
    return EPOCH.until(time, ChronoUnit.MICROS);
  }
}
