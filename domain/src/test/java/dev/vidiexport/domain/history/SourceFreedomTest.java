package dev.vidiexport.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.SourceKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceFreedomTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  @ParameterizedTest
  @CsvSource({
    "viewers, LOCATIONS SITES",
    "persons, LOCATIONS SITES",
    "compass, LOCATIONS SITES",
    "proof_of_play_by_location, LOCATIONS SITES",
    "proof_of_play_vehicle_person_by_location, LOCATIONS SITES",
    "proof_of_play_by_site, SITES",
    "proof_of_play_vehicle_person_by_site, SITES",
    "extrapolated_watchers, ''",
    "extrapolated_ots, ''",
    "of_tomorrow, ''"
  })
  void belongsToSourcesThatRowsNameOrAreMadeUpOf(String dataType, String kinds) {
    String free =
        Arrays.stream(SourceKind.values())
            .filter(kind -> SourceFreedom.isFree(CATALOGUE, dataType, kind))
            .map(SourceKind::name)
            .collect(Collectors.joining(" "));

    assertThat(free).isEqualTo(kinds);
  }

  @Test
  void isMissingFromAllKindsInExtrapolatedTypesAlone() {
    Set<String> never =
        CATALOGUE.dataTypes().stream()
            .map(DataType::name)
            .filter(name -> !SourceFreedom.isFree(CATALOGUE, name, SourceKind.SITES))
            .collect(Collectors.toSet());

    assertThat(never).containsExactlyInAnyOrder("extrapolated_watchers", "extrapolated_ots");
  }
}
