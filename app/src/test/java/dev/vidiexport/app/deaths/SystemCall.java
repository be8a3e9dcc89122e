package dev.vidiexport.app.deaths;

import java.nio.file.Path;
import java.util.List;

/**
 * A system call that a program made, or was about to make when it died.
 *
 * @param thread the thread that made it
 * @param name such as {@code fsync}
 * @param paths what it is about, in order; a write is about the file behind its descriptor
 * @param returned whether it came back without an error
 */
record SystemCall(int thread, String name, List<String> paths, boolean returned) {
  /** Whether it is about a folder, or anything in it. */
  boolean isAbout(Path folder) {
    return paths.stream().anyMatch(path -> Path.of(path).startsWith(folder));
  }

  /** Whether it gave a file this name. */
  boolean named(Path file) {
    return returned
        && (name.equals("link") || name.equals("rename"))
        && paths.get(paths.size() - 1).equals(file.toString());
  }

  /** Whether it gave anything in a folder a name. */
  boolean namedIn(Path folder) {
    Path last = Path.of(paths.get(paths.size() - 1));
    return named(last) && folder.equals(last.getParent());
  }

  /** What it is, in words that are the same in every run. */
  String described(Path folder) {
    return (name + " " + String.join(" ", paths))
        .replace(folder.toString(), "FOLDER")
        .replaceAll("vidiexport-[0-9a-f]{12}", "vidiexport-*");
  }
}
