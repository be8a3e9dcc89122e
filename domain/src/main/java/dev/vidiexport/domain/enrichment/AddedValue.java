package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.table.ColumnMeaning;
import dev.vidiexport.domain.table.ColumnType;

/** What the values of an added column are. */
public enum AddedValue {
  /** The label of the row's location. */
  LOCATION_LABEL(ColumnType.TEXT),
  /** The id of the site of the row's location. */
  SITE_ID(ColumnType.WHOLE),
  /** The label of the row's site. */
  SITE_LABEL(ColumnType.TEXT),
  /** The id of the network of the row's site. */
  NETWORK_ID(ColumnType.WHOLE),
  /** Its label. */
  NETWORK_LABEL(ColumnType.TEXT),
  /** The labels of the location's tags. */
  LOCATION_TAGS(ColumnType.TEXT),
  /** The labels of the site's tags. */
  SITE_TAGS(ColumnType.TEXT),
  /** What a code means. */
  CODE_LABEL(ColumnType.TEXT),
  /** A time in seconds. */
  SECONDS(ColumnType.DECIMAL),
  /** The local day, {@code 2016-04-29}. */
  DATE(ColumnType.TEXT, ColumnMeaning.DATE),
  /** The hour of the local day, from 0 to 23. */
  HOUR(ColumnType.WHOLE),
  /** The day of the week, from 1 for Monday to 7. */
  WEEKDAY(ColumnType.WHOLE),
  /** The week by ISO 8601, {@code 2016-W17}. */
  WEEK(ColumnType.TEXT),
  /** The time in UTC. */
  UTC(ColumnType.TIMESTAMP, ColumnMeaning.UTC),
  /** Whether the clock showed the local time twice. */
  AMBIGUOUS(ColumnType.BOOLEAN);

  private final ColumnType type;
  private final ColumnMeaning meaning;

  AddedValue(ColumnType type) {
    this(type, ColumnMeaning.PLAIN);
  }

  AddedValue(ColumnType type, ColumnMeaning meaning) {
    this.type = type;
    this.meaning = meaning;
  }

  ColumnType type() {
    return type;
  }

  ColumnMeaning meaning() {
    return meaning;
  }

  /** Whether it is made from the time of a row. */
  boolean isOfTime() {
    return compareTo(DATE) >= 0;
  }

  /** Whether it belongs to the row's place. */
  boolean isOfPlace() {
    return compareTo(SITE_TAGS) <= 0;
  }
}
