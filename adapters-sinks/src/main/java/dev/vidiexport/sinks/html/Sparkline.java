package dev.vidiexport.sinks.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A line that shows at a glance how something went, from zero on; what was not measured is a gap.
 *
 * @param path the line, as SVG draws it in a box of {@link #WIDTH} by {@link #HEIGHT}
 */
record Sparkline(String path) {
  static final int WIDTH = 240;
  static final int HEIGHT = 36;

  /** More points are joined by weeks. */
  private static final int MOST_POINTS = 92;

  private static final int DAYS_OF_WEEK = 7;

  /** Room for half of the line at the edges. */
  private static final double EDGE = 2;

  /** The line through values; empty where fewer than two are there. */
  static Optional<Sparkline> of(List<OptionalDouble> values) {
    List<OptionalDouble> points = values.size() > MOST_POINTS ? byWeek(values) : values;
    double most = points.stream().mapToDouble(value -> value.orElse(0)).max().orElse(0);
    if (points.stream().filter(OptionalDouble::isPresent).count() < 2) {
      return Optional.empty();
    }
    StringBuilder path = new StringBuilder();
    double step = (WIDTH - 2 * EDGE) / (points.size() - 1);
    boolean drawing = false;
    for (int at = 0; at < points.size(); at++) {
      OptionalDouble point = points.get(at);
      if (point.isPresent()) {
        double height = most > 0 ? point.getAsDouble() / most : 0;
        String place =
            String.format(
                Locale.ROOT,
                "%.1f %.1f",
                EDGE + at * step,
                HEIGHT - EDGE - height * (HEIGHT - 2 * EDGE));
        // A point alone is a line of no length, whose round ends are a dot.
        path.append(drawing ? "L" + place : "M" + place + "h0");
      }
      drawing = point.isPresent();
    }
    return Optional.of(new Sparkline(path.toString()));
  }

  private static List<OptionalDouble> byWeek(List<OptionalDouble> values) {
    List<OptionalDouble> weeks = new ArrayList<>();
    for (int from = 0; from < values.size(); from += DAYS_OF_WEEK) {
      weeks.add(
          values.subList(from, Math.min(values.size(), from + DAYS_OF_WEEK)).stream()
              .filter(OptionalDouble::isPresent)
              .mapToDouble(OptionalDouble::getAsDouble)
              .average());
    }
    return weeks;
  }
}
