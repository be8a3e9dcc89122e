package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whose a file or folder is, and what only Unix tells of it. Links are followed. */
public final class FileOwnership {
  private static final int ROOT = 0;
  private static final int NOBODY = -1;
  private static final Path THIS_PROCESS = Path.of("/proc/self");
  private static final String UNIX = "unix";
  private static final int KIND = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int PERMISSIONS = 0x1FF;

  private FileOwnership() {}

  /**
   * Whether a file is root's, whom everybody on a machine trusts.
   *
   * @throws IOException when it is not there, or cannot be looked at
   */
  public static boolean isRoots(Path file) throws IOException {
    return knowsUnix(file) && Integer.valueOf(ROOT).equals(Files.getAttribute(file, "unix:uid"));
  }

  /**
   * Whether it is a pipe, with or without a name.
   *
   * @throws IOException when it is not there, or cannot be looked at
   */
  public static boolean isPipe(Path file) throws IOException {
    return knowsUnix(file) && (mode(file) & KIND) == PIPE;
  }

  /**
   * Whose it is and who may do what with it, as the end of a sentence: {@code , which belongs to
   * root and has mode 0600}; empty where the system does not tell.
   */
  public static String described(Path file) {
    try {
      if (!knowsUnix(file)) {
        return "";
      }
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      return ", which belongs to %s, group %s, and has mode %s"
          .formatted(
              attributes.owner().getName(),
              attributes.group().getName(),
              String.format(Locale.ROOT, "%04o", mode(file) & PERMISSIONS));
    } catch (IOException notTold) {
      return "";
    }
  }

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
  private static int userId(Path file) {
    try {
      return knowsUnix(file) && Files.getAttribute(file, "unix:uid") instanceof Integer user
          ? user
          : NOBODY;
    } catch (IOException notTold) {
      return NOBODY;
    }
  }

  private static int mode(Path file) throws IOException {
    Map<String, Object> attributes = Files.readAttributes(file, "unix:mode");
    return attributes.get("mode") instanceof Integer mode ? mode : 0;
  }

  private static boolean knowsUnix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains(UNIX);
  }
}
