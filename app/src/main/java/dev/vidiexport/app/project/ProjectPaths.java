package dev.vidiexport.app.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds what a project file names: relative paths start at its folder, and {@code ~/} at home.
 *
 * @param folder that of the project file, absolute
 * @param home the home folder of the user
 */
record ProjectPaths(Path folder, Path home) {
  private static final String HOME = "~";

  /** The absolute path; empty where the text is none on this system. */
  Optional<Path> find(String text) {
    try {
      return Optional.of(resolve(text).toAbsolutePath().normalize());
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private Path resolve(String text) {
    if (text.equals(HOME)) {
      return home;
    }
    return text.startsWith(HOME + "/")
        ? home.resolve(text.substring(2).replaceFirst("^/+", ""))
        : folder.resolve(text);
  }
}
