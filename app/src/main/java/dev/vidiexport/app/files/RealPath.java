package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where paths lead, through links, as far as there is something. */
public final class RealPath {
  /** As many as systems follow; those that go round have no end. */
  private static final int MOST_LINKS = 40;

  /** No system that this program runs on follows longer names. */
  private static final int MOST_CHARACTERS = 8_192;

  private RealPath() {}

  /**
   * The absolute path without links. What is not there keeps its name, and of a link that leads to
   * nothing it is where something would be made.
   */
  public static Path of(Path path) {
    return of(path, MOST_LINKS);
  }

  private static Path of(Path path, int links) {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.toString().length() > MOST_CHARACTERS) {
      return absolute;
    }
    try {
      Path place = absolute;
      @Nullable Path parent = place.getParent();
      while (parent != null && !Files.exists(place)) {
        if (links > 0 && Files.isSymbolicLink(place)) {
          Path there = parent.resolve(Files.readSymbolicLink(place));
          return of(there.resolve(place.relativize(absolute)), links - 1);
        }
        place = parent;
        parent = place.getParent();
      }
      return place.toRealPath().resolve(place.relativize(absolute));
    } catch (IOException unreadable) {
      return absolute; // Whoever reads or writes there says what is wrong with it.
    }
  }

  /** Whether two paths lead to the same file, also by two names of it that are no links. */
  public static boolean areSame(Path one, Path other) {
    Path here = of(one);
    Path there = of(other);
    try {
      return here.equals(there)
          || (Files.exists(here) && Files.exists(there) && Files.isSameFile(here, there));
    } catch (IOException unreadable) {
      return false; // One of the two cannot be looked at; who reads or writes it will say so.
    }
  }
}
