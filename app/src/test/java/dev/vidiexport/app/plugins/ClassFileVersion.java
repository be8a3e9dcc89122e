package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a class look as if it were compiled for a Java of the far future. */
final class ClassFileVersion {
  /** Where a class file holds the lower byte of its version. */
  private static final int MAJOR_VERSION = 7;

  private ClassFileVersion() {}

  static void raise(Path jar, String entry) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      Path type = files.getPath(entry);
      byte[] bytes = Files.readAllBytes(type);
      bytes[MAJOR_VERSION] = (byte) 200;
      Files.write(type, bytes);
    }
  }
}
