package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How a slice stands in a table, seen at one moment.
 *
 * @param committed what the table says of it; empty where it says nothing
 * @param rows the rows of it that were counted in the table, at least 0
 * @since 0.1.0
 */
public record StandingSlice(Optional<CommittedSlice> committed, long rows) {
  public StandingSlice {
    requireNonNull(committed, "committed must not be null");
    if (rows < 0) {
      throw new IllegalArgumentException("rows must not be negative, but was " + rows);
    }
  }
}
