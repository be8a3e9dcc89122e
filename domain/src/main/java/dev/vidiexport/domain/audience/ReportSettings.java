package dev.vidiexport.domain.audience;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.report.CameraCombination;
import dev.vidiexport.domain.report.PlaceLevel;

/**
 * How a report is to be reckoned. Immutable.
 *
 * @param level what it takes for a place
 * @param combination what several cameras of a site are together
 * @param top how many places its ranking shows; at least 1
 */
public record ReportSettings(PlaceLevel level, CameraCombination combination, int top) {
  /** So many places a ranking shows at most. */
  public static final int MOST_SHOWN = 1_000;

  /** So many it shows if nobody says. */
  public static final int USUALLY_SHOWN = 20;

  /** Cameras, and the twenty first of them. */
  public static final ReportSettings USUAL =
      new ReportSettings(PlaceLevel.LOCATION, CameraCombination.SUM, USUALLY_SHOWN);

  public ReportSettings {
    requireNonNull(level, "level must not be null");
    requireNonNull(combination, "combination must not be null");
    if (top < 1 || top > MOST_SHOWN) {
      throw new IllegalArgumentException("top must be from 1 to 1000, but was " + top);
    }
    if (level == PlaceLevel.LOCATION && combination == CameraCombination.AVERAGE) {
      throw new IllegalArgumentException("Only the cameras of sites can be averaged");
    }
  }

  /** Whether counters must keep the hours of each camera. */
  public boolean averages() {
    return combination == CameraCombination.AVERAGE;
  }
}
