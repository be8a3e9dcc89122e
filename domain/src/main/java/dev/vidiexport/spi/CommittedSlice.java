package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

/**
 * What a table keeps of a slice beside its rows, and changes with them in one step: by it a later
 * run knows for certain what was committed.
 *
 * @param slice the slice
 * @param revision how often its rows were put in place, at least 1
 * @param rows how many there are, at least 0
 * @param fingerprint of the rows, which the host reckons: a text of at most 100 letters and digits
 * @since 0.1.0
 */
public record CommittedSlice(Slice slice, long revision, long rows, String fingerprint) {
  public CommittedSlice {
    requireNonNull(slice, "slice must not be null");
    requireNonNull(fingerprint, "fingerprint must not be null");
    if (revision < 1) {
      throw new IllegalArgumentException("revision must be at least 1, but was " + revision);
    }
    if (rows < 0) {
      throw new IllegalArgumentException("rows must not be negative, but was " + rows);
    }
  }
}
