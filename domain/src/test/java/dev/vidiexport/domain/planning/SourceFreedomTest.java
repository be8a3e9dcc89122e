package dev.vidiexport.domain.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.SourceKind;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourceFreedomTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  @Test
  void isThatOfTheSourcesThatRowsName() {
    for (DataType type : CATALOGUE.dataTypes()) {
      Set<SourceKind> free =
          type.name().startsWith("extrapolated_")
              ? Set.of()
              : type.name().contains("_by_site")
                  ? Set.of(SourceKind.SITES)
                  : Set.of(SourceKind.LOCATIONS, SourceKind.SITES);

      Set<SourceKind> told = EnumSet.allOf(SourceKind.class);
      told.removeIf(kind -> !SourceFreedom.isFree(CATALOGUE, type.name(), kind));

      assertThat(told).as(type.name()).isEqualTo(free);
    }
  }

  @Test
  void isNotThatOfAnUnknownType() {
    assertThat(SourceFreedom.isFree(CATALOGUE, "viewer", SourceKind.LOCATIONS)).isFalse();
  }
}
