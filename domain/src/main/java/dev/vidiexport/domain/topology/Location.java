package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A camera. Immutable.
 *
 * @param siteId the site that it belongs to
 * @param active whether it is in use, as VidiCenter wrote it: {@code true}, {@code false}
 * @param lastUpload when its data came last, as VidiCenter wrote it
 */
public record Location(
    Id id,
    Optional<Id> siteId,
    Optional<String> label,
    Optional<String> active,
    Optional<String> lastUpload,
    String json)
    implements TopologyObject {
  public Location {
    requireNonNull(id, "id must not be null");
    requireNonNull(siteId, "siteId must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(active, "active must not be null");
    requireNonNull(lastUpload, "lastUpload must not be null");
    requireNonNull(json, "json must not be null");
  }
}
