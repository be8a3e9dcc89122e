package dev.vidiexport.domain.history;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataColumn;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.request.SourceKind;
import java.util.Optional;

/**
 * Tells which sources may share a request, and leave it, without changing the rows of the others:
 * those that the rows name, and those that are made up of what the rows name. All others are added
 * up by VidiCenter, so that another list of them is another figure.
 */
public final class SourceFreedom {
  private static final String LOCATION = "location_id";
  private static final String SITE = "site_id";

  private SourceFreedom() {}

  /**
   * Whether sources are free: locations and sites of a type whose rows name a location, and sites
   * of one whose rows name a site.
   *
   * @param dataType VidiCenter's name of the data type, present or former; sources of one that the
   *     catalogue does not know are not free, because nobody knows what its rows name
   */
  public static boolean isFree(DataCatalogue catalogue, String dataType, SourceKind kind) {
    Optional<DataType> type = catalogue.find(catalogue.presentName(dataType).orElse(dataType));
    return switch (kind) {
      case LOCATIONS -> type.filter(known -> names(known, LOCATION)).isPresent();
      case SITES -> type.filter(known -> names(known, LOCATION) || names(known, SITE)).isPresent();
      case LOCATION_GROUPS, SITE_GROUPS, LOCATION_TAGS, SITE_TAGS -> false;
    };
  }

  private static boolean names(DataType type, String place) {
    return type.columns().stream().map(DataColumn::name).anyMatch(place::equals);
  }
}
