package dev.vidiexport.app.project;

import dev.vidiexport.app.files.RealPath;
import dev.vidiexport.app.staging.TargetFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must not become part of a history by a slip.
 *
 * @param home the home folder of the user
 * @param file the project file
 */
record PathTraps(Path home, Path file) {
  /** What a path is that must not be the folder of a history, as a part of a sentence. */
  Optional<String> ofFolder(Path path) {
    if (path.getParent() == null) {
      return Optional.of("the root of all folders");
    }
    if (path.equals(home)) {
      return Optional.of("your home folder");
    }
    if (RealPath.areSame(path, file)) {
      return Optional.of("this file");
    }
    for (Path name : path) {
      if (name.toString().equals(TargetFolder.OWN)) {
        return Optional.of("in a folder _vidiexport, which belongs to a history");
      }
    }
    return Optional.empty();
  }

  /** The same of a path that must be a file. */
  Optional<String> ofFile(Path path) {
    return ofFolder(path)
        .or(() -> Files.isDirectory(path) ? Optional.of("a folder") : Optional.empty());
  }
}
