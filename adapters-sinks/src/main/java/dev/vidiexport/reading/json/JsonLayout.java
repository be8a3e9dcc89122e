package dev.vidiexport.reading.json;

/** What stands around the objects, each of which has a line of its own. */
enum JsonLayout {
  /** Nothing. */
  LINES,
  /** A line {@code [} before them and a line {@code ]} behind them, and commas between them. */
  ARRAY
}
