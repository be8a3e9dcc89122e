package dev.vidiexport.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.SampleTopology;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneDoubtsTest {
  private static Location location(long id, @Nullable String upload, @Nullable String offset) {
    return new Location(
        SampleTopology.id(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(upload),
        Optional.empty(),
        Optional.ofNullable(offset),
        "{}");
  }

  private static Optional<String> sentence(String zone, Location... locations) {
    return ZoneDoubts.sentence(List.of(locations), PlaceZones.everywhere(ZoneId.of(zone)));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2016-07-01T10:00:00, 7200, false",
    "Europe/Paris, 2016-07-01T10:00:00, 3600, true",
    "Europe/Paris, 2016-12-01T10:00:00, 3600, false",
    "Europe/Paris, 2016-12-01T10:00:00, 7200, true",
    "Europe/London, 2016-12-01T10:00:00, 3600, true",
    // The clocks changed on 2016-10-30 at 01:00 UTC.
    "Europe/Paris, 2016-10-29T11:00:00, 3600, false",
    "Europe/Paris, 2016-10-30T15:00:00, 7200, false",
    "Europe/Paris, 2016-10-29T10:59:59, 3600, true",
    "Europe/Paris, 2016-10-30T15:00:01, 7200, true",
    "Europe/Paris, , 7200, false",
    "Europe/Paris, never, 7200, false",
    "Europe/Paris, 2016-12-01T10:00:00, , false",
    "Europe/Paris, 2016-12-01T10:00:00, unknown, false",
  })
  void comparesWithTheClockAtTheLastUpload(
      String zone, @Nullable String upload, @Nullable String offset, boolean isDoubted) {
    assertThat(sentence(zone, location(1056, upload, offset)).isPresent()).isEqualTo(isDoubted);
  }

  @Test
  void tellsTheFirstOfSeveral() {
    assertThat(
            sentence(
                "Europe/London",
                location(1055, "2016-12-01T10:00:00", "0"),
                location(1056, "2016-12-01T10:00:00", "3600"),
                location(1057, "2016-12-01T10:00:00", "-18000")))
        .contains(
            "Location 1056 was at UTC+01:00 when it uploaded last, at 2016-12-01T10:00:00Z, where"
                + " Europe/London was at UTC; so it is with 1 more. Is the time zone right?");
  }

  @Test
  void saysNothingOfAPlaceWithoutZone() {
    assertThat(
            ZoneDoubts.sentence(
                List.of(location(1056, "2016-12-01T10:00:00", "3600")),
                new PlaceZones(Map.of(), Map.of(), Optional.empty())))
        .isEmpty();
  }
}
