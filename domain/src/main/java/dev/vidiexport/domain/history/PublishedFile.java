package dev.vidiexport.domain.history;

import static java.util.Objects.requireNonNull;

/**
 * A file of a history. Immutable.
 *
 * @param path where it stands below the target, with slashes
 * @param bytes how large it is; not negative
 * @param sha256 of its bytes: 64 lower-case hexadecimal digits
 */
public record PublishedFile(String path, long bytes, String sha256) {
  public PublishedFile {
    requireNonNull(path, "path must not be null");
    requireNonNull(sha256, "sha256 must not be null");
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative, but was " + bytes);
    }
  }
}
