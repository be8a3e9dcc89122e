package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A jar in the plugins folder.
 *
 * @param path the jar
 */
record PluginJar(Path path) {
  /** The jars in a folder, in alphabetical order. */
  static List<PluginJar> in(Path folder) {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      jars.forEach(paths::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
      throw new IllegalArgumentException(
          "must be a folder that can be read, but was \"%s\"".formatted(folder), unreadable);
    }
    Collections.sort(paths);
    return paths.stream().map(PluginJar::new).toList();
  }

  /** The classes of this jar; they stay open as long as the program runs. */
  ClassLoader open() throws IOException {
    return new URLClassLoader(new URL[] {path.toUri().toURL()}, PluginJar.class.getClassLoader());
  }
}
