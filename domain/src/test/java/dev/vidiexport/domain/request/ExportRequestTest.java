package dev.vidiexport.domain.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportRequestTest {
  private static final LocalDateTime TEN = LocalDateTime.of(2016, 4, 29, 10, 0);

  @Test
  void sendsTheArgumentsOfTheWorkedExample() {
    ExportRequest request =
        request(Map.of(SourceKind.LOCATIONS, List.of(1056L)), TEN, TEN.plusHours(1));

    assertThat(request.arguments())
        .containsExactly(
            entry("locations", "1056"),
            entry("data_type", "viewers"),
            entry("start", "2016-04-29T10:00:00"),
            entry("end", "2016-04-29T11:00:00"),
            entry("time_resolution", "1h"));
  }

  @Test
  void sendsEachKindOfSourceUnderItsOwnName() {
    ExportRequest request =
        request(
            Map.of(
                SourceKind.SITE_TAGS, List.of(6L),
                SourceKind.LOCATION_TAGS, List.of(5L),
                SourceKind.SITE_GROUPS, List.of(4L),
                SourceKind.LOCATION_GROUPS, List.of(3L),
                SourceKind.SITES, List.of(2L, 1L),
                SourceKind.LOCATIONS, List.of(7L)),
            TEN,
            TEN);

    assertThat(request.arguments().entrySet())
        .startsWith(
            entry("locations", "7"),
            entry("sites", "2,1"),
            entry("locationgroups", "3"),
            entry("sitegroups", "4"),
            entry("location_tags", "5"),
            entry("site_tags", "6"));
  }

  @Test
  void refusesAnIdThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(Map.of(SourceKind.SITES, List.of(3L, 0L)), TEN, TEN))
        .withMessage("sites must be positive, but was [3, 0]");
  }

  @Test
  void refusesNoSource() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(Map.of(SourceKind.SITES, List.of()), TEN, TEN));
  }

  @Test
  void refusesAnEndBeforeItsStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(Map.of(SourceKind.SITES, List.of(1L)), TEN, TEN.minusSeconds(1)))
        .withMessageContaining("2016-04-29T09:59:59 < 2016-04-29T10:00");
  }

  private static ExportRequest request(
      Map<SourceKind, List<Long>> sources, LocalDateTime start, LocalDateTime end) {
    return new ExportRequest(
        "viewers",
        TimeResolution.ONE_HOUR,
        start,
        end,
        sources,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
