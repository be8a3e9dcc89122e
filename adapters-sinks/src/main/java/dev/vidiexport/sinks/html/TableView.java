package dev.vidiexport.sinks.html;

import java.util.List;

/**
 * A table as the page shows it. Immutable.
 *
 * @param caption what it tells
 * @param later whether a script fills it when somebody wants to see it
 */
record TableView(
    String word, String caption, List<Head> heads, List<List<Cell>> rows, boolean later) {
  TableView {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * What stands over a column.
   *
   * @param look the class of the cell; empty for none
   */
  record Head(String word, String text, String look, boolean hidden) {}

  /**
   * A cell.
   *
   * @param raw what it says, in no language
   * @param text what it shows
   * @param name whether that is a name, as it came
   * @param aside what stands behind a name; empty for nothing
   * @param look the class of the cell; empty for none
   */
  record Cell(String raw, String text, boolean name, String aside, String look, boolean hidden) {}
}
