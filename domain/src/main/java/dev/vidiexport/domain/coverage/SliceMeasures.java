package dev.vidiexport.domain.coverage;

import java.util.List;

/**
 * What the rows of a slice say of its places and columns. Immutable.
 *
 * @param places those that rows name, ascending by kind and id; empty where rows name none, or more
 *     than can be {@linkplain CoverageCounter counted}
 * @param columns those that have a value, by ascending number
 */
public record SliceMeasures(List<PlaceMeasure> places, List<ColumnMeasure> columns) {
  /** Of a slice without rows. */
  public static final SliceMeasures NONE = new SliceMeasures(List.of(), List.of());

  public SliceMeasures {
    places = List.copyOf(places);
    columns = List.copyOf(columns);
  }
}
