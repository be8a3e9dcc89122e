package dev.vidiexport.domain.status;

/**
 * How much an export has stored. Immutable.
 *
 * @param files how many files
 * @param rows how many rows are in them
 * @param bytes how large they are together
 */
public record StoredAmount(long files, long rows, long bytes) {
  /** Nothing. */
  public static final StoredAmount NONE = new StoredAmount(0, 0, 0);

  /** The two together. */
  StoredAmount plus(StoredAmount other) {
    return new StoredAmount(files + other.files, rows + other.rows, bytes + other.bytes);
  }
}
