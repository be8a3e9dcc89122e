package dev.vidiexport.sinks.report;

/** What the cells of a column are, by which they are shown. */
public enum ColumnKind {
  /** The id of a place. */
  PLACE,
  /** What people call the place of the row, which may be anything. */
  LABEL,
  /** An ISO date. */
  DATE,
  /** A weekday, from 1 for Monday to 7. */
  WEEKDAY,
  /** The word for a part of the day. */
  DAYPART,
  /** VidiCenter's code of a gender. */
  GENDER,
  /** VidiCenter's code of an age. */
  AGE,
  /** The word for a figure. */
  FIGURE,
  /** How many were counted, or would be on average. */
  COUNT,
  /** A part, where 1 is all. */
  RATIO,
  /** A time in seconds. */
  SECONDS,
  /** A number of any of these kinds. */
  NUMBER
}
