package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A tag that locations or sites can have. Immutable.
 *
 * @param networkId the network whose locations or sites can have it
 */
public record Tag(Id id, Optional<Id> networkId, Optional<String> label, String json)
    implements TopologyObject {
  public Tag {
    requireNonNull(id, "id must not be null");
    requireNonNull(networkId, "networkId must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(json, "json must not be null");
  }
}
