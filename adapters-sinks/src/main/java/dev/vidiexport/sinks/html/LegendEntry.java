package dev.vidiexport.sinks.html;

/**
 * What a colour or pattern of a chart means.
 *
 * @param look the class of the mark beside the text
 */
record LegendEntry(String look, String text) {
  /** The look of what was not measured, in charts and legends. */
  static final String NOT_MEASURED = "not-measured";

  /** What the hook of the entry is; empty for none. */
  String hook() {
    return look.equals(NOT_MEASURED) ? look : "";
  }
}
