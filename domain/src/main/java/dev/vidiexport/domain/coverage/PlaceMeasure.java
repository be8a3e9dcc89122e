package dev.vidiexport.domain.coverage;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * What the rows of a slice say of one place. Immutable.
 *
 * @param id as VidiCenter numbers its places
 * @param rows how many rows name it; at least 1
 * @param measured in how many periods something was measured; empty for types without periods. With
 *     a time zone a local period stands for as many real ones as the clock shows it
 * @param placeholder how many periods have rows and none that measured anything, counted likewise;
 *     empty where {@code measured} is
 */
public record PlaceMeasure(
    PlaceKind kind, long id, long rows, OptionalLong measured, OptionalLong placeholder) {
  public PlaceMeasure {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(measured, "measured must not be null");
    requireNonNull(placeholder, "placeholder must not be null");
    if (rows < 1) {
      throw new IllegalArgumentException("rows must be at least 1, but was " + rows);
    }
    if (measured.isPresent() != placeholder.isPresent()) {
      throw new IllegalArgumentException(
          "placeholder must be there where measured is, but was %s beside %s"
              .formatted(placeholder, measured));
    }
  }
}
