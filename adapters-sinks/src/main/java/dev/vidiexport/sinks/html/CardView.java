package dev.vidiexport.sinks.html;

import java.util.Optional;

/**
 * A figure that stands out at the head of the page. Immutable.
 *
 * @param title what it is
 * @param figure the figure itself
 * @param change how it changed; empty where that cannot be said
 * @param line how it went, day by day; empty where nobody knows
 */
record CardView(
    String title, FigureElement figure, Optional<ChangeView> change, Optional<Sparkline> line) {

  /**
   * How a figure changed.
   *
   * @param look the class of it: up, down or same
   * @param sign a mark of the direction, for those who do not tell colours apart
   */
  record ChangeView(
      String look,
      String sign,
      FigureElement change,
      FigureElement before,
      FigureElement compared) {}
}
