package dev.vidiexport.domain.catalogue;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one column of a data type. Immutable.
 *
 * @param column its name and type
 * @param unit what its values are counted in, for people: {@code seconds}, or what its codes mean:
 *     {@code code: 0 unknown, 1 male, 2 female}; empty where the documentation names none
 * @param resolutions the resolutions whose rows have it, from the finest to the longest; at least
 *     one
 * @param presence when rows of these resolutions have it
 */
public record DataColumn(
    Column column,
    Optional<String> unit,
    List<TimeResolution> resolutions,
    ColumnPresence presence) {
  public DataColumn {
    requireNonNull(column, "column must not be null");
    requireNonNull(unit, "unit must not be null");
    requireNonNull(presence, "presence must not be null");
    resolutions = List.copyOf(resolutions);
    if (resolutions.isEmpty()) {
      throw new IllegalArgumentException("resolutions must not be empty");
    }
  }

  /** The column's name. */
  public String name() {
    return column.name();
  }

  /** The column's type. */
  public ColumnType type() {
    return column.type();
  }

  /** This column, at the resolutions of another of the same name too, and with its presence. */
  DataColumn joinedWith(DataColumn other) {
    Set<TimeResolution> joined = EnumSet.copyOf(resolutions);
    joined.addAll(other.resolutions);
    return new DataColumn(column, unit, List.copyOf(joined), other.presence);
  }
}
