package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportIdentityTest {
  private static ExportIdentity identity(String dataType, SourceKind kind, long... ids) {
    return ExportIdentity.of(
        new HistoryExport(
            "audience",
            new RequestTemplate(
                dataType,
                TimeResolution.ONE_DAY,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty()),
            new SourceSelection.Listed(SourceSet.of(kind, ids)),
            WindowLength.DAY,
            LocalDate.of(2024, 3, 1),
            Optional.empty(),
            7,
            "parquet",
            Map.of(),
            Map.of(),
            Optional.empty()));
  }

  @Test
  void fixesOnlyTheKindOfSourcesWhoseRowsStayApart() {
    Map<String, String> fixed = identity("viewers", SourceKind.LOCATIONS, 1056).fixed();

    assertThat(identity("viewers", SourceKind.LOCATIONS, 1056, 1057).fixed()).isEqualTo(fixed);
    assertThat(identity("viewers", SourceKind.SITES, 1056).fixed()).isNotEqualTo(fixed);
  }

  @ParameterizedTest
  @CsvSource({
    "viewers, LOCATION_TAGS",
    "viewers, SITE_GROUPS",
    "extrapolated_watchers, LOCATIONS",
    "proof_of_play_by_site, LOCATIONS"
  })
  void fixesTheListOfSourcesWhoseRowsDoNotStayApart(String dataType, SourceKind kind) {
    Map<String, String> fixed = identity(dataType, kind, 301, 302).fixed();

    assertThat(identity(dataType, kind, 302, 301).fixed()).isEqualTo(fixed);
    assertThat(identity(dataType, kind, 301).fixed()).isNotEqualTo(fixed);
  }
}
