package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place with locations. Immutable.
 *
 * @param networkId the network that it belongs to
 * @param active whether it is in use, as VidiCenter wrote it: {@code true}, {@code false}
 */
public record Site(
    Id id, Optional<Id> networkId, Optional<String> label, Optional<String> active, String json)
    implements TopologyObject {
  public Site {
    requireNonNull(id, "id must not be null");
    requireNonNull(networkId, "networkId must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(active, "active must not be null");
    requireNonNull(json, "json must not be null");
  }
}
