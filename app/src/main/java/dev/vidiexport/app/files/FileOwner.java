package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells whose a file or folder is, where the file system knows of users. */
public final class FileOwner {
  private static final int ROOT = 0;
  private static final Path THIS_PROCESS = Path.of("/proc/self");

  private FileOwner() {}

  /**
   * Whether root runs this process, and would leave what it makes in a place to a user who could
   * not remove it.
   *
   * @param place need not be there: then it is about the nearest folder above it that is
   */
  public static boolean isAnotherUsersThanRoots(Path place) {
    return userId(THIS_PROCESS) == ROOT && userId(nearestExisting(place)) > ROOT;
  }

  private static Path nearestExisting(Path place) {
    Path nearest = place;
    @Nullable Path above = place.getParent();
    while (!Files.exists(nearest) && above != null) {
      nearest = above;
      above = above.getParent();
    }
    return nearest;
  }

  /** The number of the user whose it is; -1 where nothing tells it. */
  private static int userId(Path path) {
    try {
      return Files.getAttribute(path, "unix:uid") instanceof Integer user ? user : -1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException notTold) {
      return -1;
    }
  }
}
