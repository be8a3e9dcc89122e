package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.topology.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What was seen of the uploads of a location from a moment on, until something else was seen of it.
 * Immutable.
 *
 * @param seenAt when it was seen first; kept to the second
 * @param lastUpload when its data came last, as VidiCenter wrote it; empty where it did not say
 */
public record SeenUpload(Id location, Instant seenAt, Optional<String> lastUpload) {
  public SeenUpload {
    requireNonNull(location, "location must not be null");
    seenAt = requireNonNull(seenAt, "seenAt must not be null").truncatedTo(ChronoUnit.SECONDS);
    requireNonNull(lastUpload, "lastUpload must not be null");
  }
}
