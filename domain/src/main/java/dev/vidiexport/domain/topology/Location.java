package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A camera. Immutable.
 *
 * @param siteId the site that it belongs to
 * @param active whether it is in use, as VidiCenter wrote it: {@code true}, {@code false}
 * @param lastUpload when its data came last, as VidiCenter wrote it
 * @param creationDate since when it is there, as VidiCenter wrote it
 * @param lastTimezone how far its time was from UTC when it was seen last, in seconds to the east,
 *     as VidiCenter wrote it
 */
public record Location(
    Id id,
    Optional<Id> siteId,
    Optional<String> label,
    Optional<String> active,
    Optional<String> lastUpload,
    Optional<String> creationDate,
    Optional<String> lastTimezone,
    String json)
    implements TopologyObject {
  public Location {
    requireNonNull(id, "id must not be null");
    requireNonNull(siteId, "siteId must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(active, "active must not be null");
    requireNonNull(lastUpload, "lastUpload must not be null");
    requireNonNull(creationDate, "creationDate must not be null");
    requireNonNull(lastTimezone, "lastTimezone must not be null");
    requireNonNull(json, "json must not be null");
  }
}
