package dev.vidiexport.http.sandbox.data;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.catalogue.ColumnPresence;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataColumn;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.catalogue.TypeSpecificArgument;
import dev.vidiexport.domain.request.TimeResolution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Two readings of one documentation, held against each other. */
class KeyTableTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();

  @Test
  void hasTheTypesOfTheCatalogue() {
    assertThat(KeyTable.types().stream().map(DocumentedType::name))
        .containsExactlyInAnyOrderElementsOf(
            CATALOGUE.dataTypes().stream().map(DataType::name).toList());
  }

  @Test
  void hasTheResolutionsOfTheCatalogue() {
    for (DataType type : CATALOGUE.dataTypes()) {
      assertThat(words(ours(type).resolutions())).as(type.name()).isEqualTo(resolutions(type));
    }
  }

  @Test
  void hasTheKeysOfTheCatalogueWithTheirTypesAndResolutions() {
    for (DataType type : CATALOGUE.dataTypes()) {
      assertThat(keys(ours(type).finest())).as(type.name()).isEqualTo(columns(type.finest()));
      assertThat(keys(ours(type).aggregated()))
          .as(type.name())
          .isEqualTo(columns(type.aggregated()));
    }
  }

  @Test
  void sendsOnlySuchUnaskedColumnsAsTheCatalogueExpects() {
    int unasked = 0;
    for (DataType type : CATALOGUE.dataTypes()) {
      for (Key key : ours(type).aggregated()) {
        if (key.when() == Key.When.ALSO) {
          unasked++;
          assertThat(type.aggregated())
              .filteredOn(column -> column.name().equals(key.name()))
              .extracting(DataColumn::presence)
              .as(type.name())
              .containsExactly(ColumnPresence.OPTIONAL);
        }
      }
    }

    assertThat(unasked).isPositive();
  }

  @Test
  void takesTheArgumentsOfTheCatalogue() {
    assertThat(taking(TypeSpecificArgument.GROUP_BY_DEMOGRAPHICS))
        .containsExactlyInAnyOrderElementsOf(namesWhere(DocumentedType::takesGrouping));
    assertThat(taking(TypeSpecificArgument.CONTENT_IDS))
        .containsExactlyInAnyOrderElementsOf(namesWhere(DocumentedType::takesContents));
    assertThat(taking(TypeSpecificArgument.AVERAGE_CONTENT_DURATION))
        .containsExactlyInAnyOrderElementsOf(namesWhere(DocumentedType::takesContentDuration));
    assertThat(taking(TypeSpecificArgument.EXTRAPOLATION_AMOUNT))
        .containsExactlyInAnyOrderElementsOf(namesWhere(DocumentedType::isExtrapolated));
  }

  private static List<String> taking(TypeSpecificArgument argument) {
    return CATALOGUE.namesTaking(argument);
  }

  private static List<String> namesWhere(Predicate<DocumentedType> condition) {
    return KeyTable.types().stream().filter(condition).map(DocumentedType::name).toList();
  }

  private static DocumentedType ours(DataType type) {
    return KeyTable.find(type.name()).orElseThrow();
  }

  private static String words(Set<Resolution> resolutions) {
    return new TreeSet<>(resolutions).stream().map(Resolution::word).collect(joining(" "));
  }

  private static String resolutions(DataType type) {
    return type.resolutions().stream().map(TimeResolution::argument).collect(joining(" "));
  }

  /** All but those that may come unasked: the sandbox sends them in a few types only. */
  private static List<String> keys(List<Key> keys) {
    return keys.stream()
        .filter(key -> key.when() != Key.When.ALSO)
        .map(
            key ->
                "%s %s %s %s"
                    .formatted(
                        key.name(),
                        key.type().word(),
                        presence(key.when()),
                        words(key.resolutions())))
        .sorted()
        .toList();
  }

  private static List<String> columns(List<DataColumn> columns) {
    return columns.stream()
        .filter(column -> column.presence() != ColumnPresence.OPTIONAL)
        .map(
            column ->
                "%s %s %s %s"
                    .formatted(
                        column.name(),
                        column.type().label(),
                        column.presence(),
                        column.resolutions().stream()
                            .map(TimeResolution::argument)
                            .collect(joining(" "))))
        .sorted()
        .toList();
  }

  private static ColumnPresence presence(Key.When when) {
    return switch (when) {
      case ALWAYS -> ColumnPresence.ALWAYS;
      case MOSTLY -> ColumnPresence.MAY_BE_MISSING;
      case GROUPED -> ColumnPresence.WHEN_GROUPED;
      case NOT_GROUPED -> ColumnPresence.WHEN_NOT_GROUPED;
      case ALSO -> ColumnPresence.OPTIONAL;
      case FORMERLY -> ColumnPresence.FORMER_NAME;
    };
  }
}
