package dev.vidiexport.domain.topology;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which VidiCenter did not list an object that it had listed before. Immutable.
 *
 * @param kind no tagging: an object that is gone has no tags either
 * @param from when it was first missed, to the second
 * @param until when it was there again; empty while it is gone
 */
public record Absence(SeenKind kind, Id id, Instant from, Optional<Instant> until) {
  public Absence {
    requireNonNull(kind, "kind must not be null");
    requireNonNull(id, "id must not be null");
    requireNonNull(from, "from must not be null");
    requireNonNull(until, "until must not be null");
  }
}
