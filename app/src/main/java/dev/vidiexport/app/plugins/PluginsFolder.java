package dev.vidiexport.app.plugins;

import dev.vidiexport.app.files.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder that plugins are taken from. What lies in it runs with the rights of the user, so
 * nobody else may be able to put something there. Where the file system knows no such rights,
 * nothing is checked.
 *
 * @param path the folder
 * @param plugins what it holds
 */
record PluginsFolder(Path path, List<PluginEntry> plugins) {
  /**
   * Looks into a folder.
   *
   * @throws IllegalArgumentException when it is missing or cannot be read, or when group or others
   *     can write to it, to a folder in it or to a jar; the message is a clause that goes on after
   *     the option's name
   */
  static PluginsFolder of(Path path) {
    try {
      PluginsFolder folder = new PluginsFolder(path, PluginEntry.in(path));
      folder.requireOwn();
      return folder;
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "must be a folder that can be read, but \"%s\" %s".formatted(path, what(path)),
          unreadable);
    }
  }

  private static String what(Path path) {
    if (Files.isRegularFile(path)) {
      return "is a file";
    }
    return Files.isDirectory(path) ? "is not readable by you" : "does not exist";
  }

  private void requireOwn() throws IOException {
    List<Path> open = new ArrayList<>();
    for (Path place : places()) {
      if (othersCanWrite(place)) {
        open.add(place);
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          ("must be a folder that only you can write to, with all that is in it, because it is run"
                  + " as code; but group or others can write to \"%s\"%s: run chmod %sgo-w on it")
              .formatted(
                  open.get(0),
                  open.size() == 1 ? "" : " and to %s more".formatted(open.size() - 1),
                  open.size() == 1 ? "" : "-R "));
    }
  }

  private List<Path> places() {
    List<Path> places = new ArrayList<>();
    places.add(path);
    for (PluginEntry plugin : plugins) {
      if (!plugin.jars().isEmpty()) {
        places.add(plugin.path());
        places.addAll(plugin.isFolder() ? plugin.jars() : List.of());
      }
    }
    return places;
  }

  /** For a link this is about its target; what is neither file nor folder is never loaded. */
  private static boolean othersCanWrite(Path place) throws IOException {
    return (Files.isRegularFile(place) || Files.isDirectory(place))
        && FilePermissions.othersCanWrite(place);
  }
}
