package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.SourceKind;
import java.util.Optional;

/**
 * Tells which sources share or leave a slice freely, because each row says to which of them it
 * belongs.
 */
public final class SourceFreedom {
  private static final String BY_LOCATION = "location_id";
  private static final String BY_SITE = "site_id";

  private SourceFreedom() {}

  /**
   * Whether the rows of an export stay apart by its sources: those of locations and sites, for
   * types by location; of sites alone, for types by site; and never those of extrapolated types,
   * tags and groups.
   *
   * @param dataType VidiCenter's name; of a type that the catalogue does not know nothing is free
   */
  public static boolean isFree(DataCatalogue catalogue, String dataType, SourceKind kind) {
    Optional<DataType> type = catalogue.find(dataType);
    return switch (kind) {
      case LOCATIONS -> type.filter(known -> has(known, BY_LOCATION)).isPresent();
      case SITES ->
          type.filter(known -> has(known, BY_LOCATION) || has(known, BY_SITE)).isPresent();
      case LOCATION_GROUPS, SITE_GROUPS, LOCATION_TAGS, SITE_TAGS -> false;
    };
  }

  private static boolean has(DataType type, String column) {
    return type.columns().stream().anyMatch(known -> known.column().name().equals(column));
  }
}
