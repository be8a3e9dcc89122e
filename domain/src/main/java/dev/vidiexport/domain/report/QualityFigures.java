package dev.vidiexport.domain.report;

import java.time.LocalDate;
import java.util.List;

/**
 * How well places were covered. Immutable.
 *
 * @param byMonth whether a column is a month, because there are too many places and days
 * @param columns the first day of each column, ascending
 * @param places all that have rows or were asked for, by their ids
 * @param missing places that were asked for and of which no row has come
 */
public record QualityFigures(
    boolean byMonth, List<LocalDate> columns, List<PlaceQuality> places, List<PlaceName> missing) {
  public QualityFigures {
    columns = List.copyOf(columns);
    places = List.copyOf(places);
    missing = List.copyOf(missing);
  }
}
