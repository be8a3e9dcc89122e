package dev.vidiexport.domain.verify;

import static java.util.Objects.requireNonNull;

/**
 * A file or a folder that could not be looked at. Immutable.
 *
 * @param path below the target, with slashes
 * @param reason a whole sentence
 */
public record UnreadablePlace(String path, String reason) {
  public UnreadablePlace {
    requireNonNull(path, "path must not be null");
    requireNonNull(reason, "reason must not be null");
  }
}
