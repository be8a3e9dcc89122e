package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What sites belong to. Immutable.
 *
 * @param active whether it is in use, as VidiCenter wrote it: {@code true}, {@code false}
 */
public record Network(Id id, Optional<String> label, Optional<String> active, String json)
    implements TopologyObject {
  public Network {
    requireNonNull(id, "id must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(active, "active must not be null");
    requireNonNull(json, "json must not be null");
  }
}
