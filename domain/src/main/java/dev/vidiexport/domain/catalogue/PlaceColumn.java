package dev.vidiexport.domain.catalogue;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.Optional;

/** Which place the rows of a data type speak of; their first column names it. */
enum PlaceColumn {
  LOCATION,
  SITE,
  /** A location whose id is printed quoted. */
  LOCATION_AS_TEXT,
  /** A site whose id is printed quoted. */
  SITE_AS_TEXT,
  /** All places together: no column names one. */
  EVERYWHERE;

  /** The column that holds the place's id. */
  Optional<Column> column() {
    return switch (this) {
      case LOCATION -> Optional.of(new Column("location_id", ColumnType.WHOLE));
      case SITE -> Optional.of(new Column("site_id", ColumnType.WHOLE));
      case LOCATION_AS_TEXT -> Optional.of(new Column("location_id", ColumnType.TEXT));
      case SITE_AS_TEXT -> Optional.of(new Column("site_id", ColumnType.TEXT));
      case EVERYWHERE -> Optional.empty();
    };
  }
}
