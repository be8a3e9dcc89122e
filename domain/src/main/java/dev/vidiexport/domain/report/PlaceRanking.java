package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Places by their main figure. Immutable.
 *
 * @param shown the first of them, as many as the report was to show
 * @param others how many more there are
 * @param othersTogether what was counted at these together
 */
public record PlaceRanking(List<PlaceFigures> shown, int others, Counts othersTogether) {
  public PlaceRanking {
    shown = List.copyOf(shown);
    requireNonNull(othersTogether, "othersTogether must not be null");
  }
}
