package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.topology.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * When the newest closed window of an export was over. Immutable.
 *
 * @param location the westernmost location, by which that was reckoned; empty where a zone was
 *     told, or no location has one
 */
public record WindowClosing(Instant time, Optional<Id> location) {
  public WindowClosing {
    requireNonNull(time, "time must not be null");
    requireNonNull(location, "location must not be null");
  }
}
