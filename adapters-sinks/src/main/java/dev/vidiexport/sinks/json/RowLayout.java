package dev.vidiexport.sinks.json;

/**
 * What stands around the objects.
 *
 * @param beforeFirst before the first object
 * @param between between two objects
 * @param afterLast after the last object
 * @param instead the whole output when there is no object
 */
record RowLayout(String beforeFirst, String between, String afterLast, String instead) {
  static final RowLayout ARRAY = new RowLayout("[\n", ",\n", "\n]\n", "[]\n");
  static final RowLayout LINES = new RowLayout("", "\n", "\n", "");
}
