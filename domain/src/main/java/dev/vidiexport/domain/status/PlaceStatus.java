package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.coverage.PlaceKind;
import java.util.Comparator;
import java.util.Optional;

/**
 * How well one place of an export is covered. Immutable.
 *
 * @param label its name; empty where nobody told
 * @param lastUpload when its data came last, as VidiCenter wrote it; empty for sites, and where
 *     nobody told
 */
public record PlaceStatus(
    PlaceKind kind,
    long id,
    Optional<String> label,
    Optional<String> lastUpload,
    CoverageFigures figures) {
  /** The least covered place first; of equals the one that lacks most, then the first id. */
  public static final Comparator<PlaceStatus> WORST_FIRST =
      Comparator.comparing(
              (PlaceStatus place) ->
                  place.figures().percent().map(Number::doubleValue).orElse(101.0))
          .thenComparing(place -> -place.figures().lacking())
          .thenComparing(PlaceStatus::kind)
          .thenComparing(PlaceStatus::id);

  public PlaceStatus {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(lastUpload, "lastUpload must not be null");
    requireNonNull(figures, "figures must not be null");
  }
}
