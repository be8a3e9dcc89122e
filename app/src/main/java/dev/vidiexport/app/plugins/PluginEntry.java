package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Where one plugin lies in the plugins folder.
 *
 * @param path a jar, or a folder with a jar and those that it needs
 * @param jars the jars, in alphabetical order; none where there is nothing to load
 * @param isFolder whether it is such a folder
 */
record PluginEntry(Path path, List<Path> jars, boolean isFolder) {
  /** The plugins in a folder, in alphabetical order. */
  static List<PluginEntry> in(Path folder) throws IOException {
    List<PluginEntry> places = new ArrayList<>();
    for (Path entry : entries(folder)) {
      if (isNamedLikeAJar(entry)) {
        places.add(new PluginEntry(entry, List.of(entry), false));
      } else if (Files.isDirectory(entry)) {
        List<Path> jars = leadsBack(folder, entry) ? List.of() : jarsIn(entry);
        places.add(new PluginEntry(entry, jars, true));
      }
    }
    return places;
  }

  /** Whether a folder is a link to the folder that it is in, or to one further up. */
  static boolean leadsBack(Path folder, Path entry) throws IOException {
    return folder.toRealPath().startsWith(entry.toRealPath());
  }

  /** A folder that cannot be read has none. */
  private static List<Path> jarsIn(Path folder) {
    try {
      return entries(folder).stream().filter(PluginEntry::isNamedLikeAJar).toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** What is hidden is no plugin: version control and mounts of containers keep things there. */
  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path entry : all) {
        if (!name(entry).startsWith(".")) {
          entries.add(entry);
        }
      }
    } catch (DirectoryIteratorException broken) {
      throw broken.getCause();
    }
    Collections.sort(entries);
    return entries;
  }

  private static boolean isNamedLikeAJar(Path path) {
    return name(path).toLowerCase(Locale.ROOT).endsWith(".jar");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** What the clause of a failure calls one of the jars. */
  String subject(Path jar) {
    return isFolder ? "its " + name(jar) : "it";
  }
}
