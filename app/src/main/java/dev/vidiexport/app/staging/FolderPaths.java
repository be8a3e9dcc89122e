package dev.vidiexport.app.staging;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Paths of which more is known than a {@link Path} says. */
final class FolderPaths {
  private FolderPaths() {}

  /** The folder of a path that is known to be in one. */
  static Path above(Path path) {
    @Nullable Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("path must be in a folder, but was " + path);
    }
    return parent;
  }
}
