package dev.vidiexport.domain.dimension;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What something was called for some time. Immutable.
 *
 * @param label its name for people
 * @param parent what it belonged to; nothing that a table without parents shows
 * @param from when it was first seen so
 * @param until when it was first seen otherwise, or missed; empty while it is so
 */
record DimensionRow(
    SeenKind kind,
    Id id,
    Optional<String> label,
    Optional<Id> parent,
    Instant from,
    Optional<Instant> until) {
  DimensionRow {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(id, "id must not be null");
    requireNonNull(label, "label must not be null");
    requireNonNull(parent, "parent must not be null");
    requireNonNull(from, "from must not be null");
    requireNonNull(until, "until must not be null");
  }
}
