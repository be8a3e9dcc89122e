package dev.vidiexport.app.packaged;

import java.nio.file.Path;

/** Where the build puts what it makes; tests run in the folder of their module. */
final class BuildFolder {
  private static final Path FOLDER = Path.of("target").toAbsolutePath();

  private BuildFolder() {}

  /** What has this name there. */
  static Path resolve(String name) {
    return FOLDER.resolve(name);
  }
}
