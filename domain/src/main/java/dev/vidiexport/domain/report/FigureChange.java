package dev.vidiexport.domain.report;

/**
 * How a figure changed since an earlier span, by the places that were covered well in both.
 * Immutable.
 *
 * @param before what it was then, of these places
 * @param change by which part it grew: 0.12 is 12 per cent more, -0.5 half
 * @param compared how many places these are; at least 1
 */
public record FigureChange(double before, double change, int compared) {
  public FigureChange {
    if (compared < 1) {
      throw new IllegalArgumentException("compared must be positive, but was " + compared);
    }
  }
}
