package dev.vidiexport.sinks.html;

import java.util.List;
import java.util.Optional;

/**
 * A chart with what tells the same in words and as a table. Immutable.
 *
 * @param word what it is called, in every language
 * @param title what it shows
 * @param summary what is to be seen in it
 * @param scale what the palest and the darkest of its colours mean; empty where colours have no
 *     order
 * @param ranks whether its places can be put in another order
 */
record FigureView(
    String word,
    String title,
    Phrase summary,
    List<LegendEntry> legend,
    Optional<Scale> scale,
    boolean ranks,
    List<TableView> tables) {
  FigureView {
    legend = List.copyOf(legend);
    tables = List.copyOf(tables);
  }

  /** Its name for those who do not see it. */
  String label() {
    return title + ": " + summary.plain();
  }

  /** What the ends of a scale of colours mean. */
  record Scale(String low, String high) {}
}
