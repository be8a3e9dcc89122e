package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.HashMap;
import java.util.Map;

/**
 * Of which types columns are read for a report, in files that do not say it: numbers as decimals,
 * because counts may be printed so, and all that is not documented as texts. Immutable.
 */
public final class AudienceColumns {
  private final Map<String, ColumnType> types = new HashMap<>();

  /** Those of all data types of which there are reports. */
  public AudienceColumns(DataCatalogue catalogue) {
    for (AudienceType audience : AudienceType.values()) {
      catalogue
          .find(audience.dataType())
          .ifPresent(type -> type.columns().forEach(column -> add(column.column())));
    }
  }

  private void add(Column column) {
    switch (column.type()) {
      case WHOLE, DECIMAL -> types.put(column.name(), ColumnType.DECIMAL);
      case TIMESTAMP -> types.put(column.name(), ColumnType.TIMESTAMP);
      case TEXT, BOOLEAN, NESTED -> types.put(column.name(), ColumnType.TEXT);
    }
  }

  /** The type of a column. */
  public ColumnType type(String name) {
    return types.getOrDefault(name, ColumnType.TEXT);
  }
}
