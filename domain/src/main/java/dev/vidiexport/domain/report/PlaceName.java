package dev.vidiexport.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place, as a report names it. Immutable.
 *
 * @param id its whole number, as a text; blank where rows name none
 * @param label what people call it, as it came, which may be anything; empty where nobody said
 */
public record PlaceName(String id, Optional<String> label) {
  public PlaceName {
    requireNonNull(id, "id must not be null");
    requireNonNull(label, "label must not be null");
  }
}
