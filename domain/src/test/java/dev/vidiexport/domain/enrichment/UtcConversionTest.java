package dev.vidiexport.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcConversionTest {
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  private static long micros(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + time.getNano() / 1_000;
  }

  private static String text(long micros) {
    return micros == UtcConversion.SKIPPED
        ? "skipped"
        : Instant.ofEpochSecond(0, micros * 1_000).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2016-04-29T10:00, 2016-04-29T08:00:00Z, false",
    "Europe/Paris, 2016-01-29T10:00, 2016-01-29T09:00:00Z, false",
    "Europe/Paris, 2016-10-30T01:59:59, 2016-10-29T23:59:59Z, false",
    "Europe/Paris, 2016-10-30T02:00, 2016-10-30T00:00:00Z, true",
    "Europe/Paris, 2016-10-30T02:59:59, 2016-10-30T00:59:59Z, true",
    "Europe/Paris, 2016-10-30T03:00, 2016-10-30T02:00:00Z, false",
    "Europe/Paris, 2016-03-27T01:59:59, 2016-03-27T00:59:59Z, false",
    "Europe/Paris, 2016-03-27T02:00, skipped, false",
    "Europe/Paris, 2016-03-27T02:59:59, skipped, false",
    "Europe/Paris, 2016-03-27T03:00, 2016-03-27T01:00:00Z, false",
    "Pacific/Apia, 2011-12-30T12:00, skipped, false",
    "UTC, 2016-04-29T10:00, 2016-04-29T10:00:00Z, false",
    "Asia/Kolkata, 2200-04-29T10:00, 2200-04-29T04:30:00Z, false",
    "Europe/Paris, 1900-01-01T00:00, 1899-12-31T23:50:39Z, false",
  })
  void readsLocalTimes(String zone, LocalDateTime local, String utc, boolean isAmbiguous) {
    UtcConversion conversion = new UtcConversion(ZoneId.of(zone));

    assertThat(text(conversion.utc(micros(local)))).isEqualTo(utc);
    assertThat(conversion.isAmbiguous(micros(local))).isEqualTo(isAmbiguous);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2016-03-27, 2016-03-26T23:00:00Z",
    "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z",
    "America/Havana, 2016-11-06, 2016-11-06T04:00:00Z",
    "Pacific/Apia, 2011-12-30, skipped",
    "Pacific/Apia, 2011-12-31, 2011-12-30T10:00:00Z",
  })
  void readsLocalDays(String zone, LocalDate day, String utc) {
    UtcConversion conversion = new UtcConversion(ZoneId.of(zone));

    assertThat(text(conversion.beginOfDay(day.toEpochDay()))).isEqualTo(utc);
  }

  @Test
  void agreesWithJavaInEveryZone() {
    Property.holds(
        ZONES.size(),
        random -> {
          ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
          UtcConversion conversion = new UtcConversion(zone);
          for (int times = 0; times < 300; times++) {
            LocalDateTime local = local(zone, random);
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);

            assertThat(conversion.utc(micros(local)))
                .as("%s in %s", local, zone)
                .isEqualTo(
                    offsets.isEmpty()
                        ? UtcConversion.SKIPPED
                        : micros(local) - offsets.get(0).getTotalSeconds() * 1_000_000L);
            assertThat(conversion.isAmbiguous(micros(local)))
                .as("%s in %s", local, zone)
                .isEqualTo(offsets.size() > 1);
            ZonedDateTime begin = local.toLocalDate().atStartOfDay(zone);
            assertThat(conversion.beginOfDay(local.toLocalDate().toEpochDay()))
                .as("the day of %s in %s", local, zone)
                .isEqualTo(
                    begin.toLocalDate().equals(local.toLocalDate())
                        ? begin.toEpochSecond() * 1_000_000L
                        : UtcConversion.SKIPPED);
          }
        });
  }

  /** Mostly near a change of the clock. */
  private static LocalDateTime local(ZoneId zone, Random random) {
    Instant some = Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 8_000_000_000L));
    ZoneOffsetTransition change = zone.getRules().nextTransition(some);
    return change == null || random.nextInt(4) == 0
        ? LocalDateTime.ofInstant(some, ZoneOffset.UTC)
        : change.getDateTimeBefore().plusSeconds(random.nextInt(-10_000, 10_000));
  }
}
