package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Places that nobody else can write to, whatever the tests' own user usually allows. */
public final class PrivateFolders {
  private PrivateFolders() {}

  /** A folder, made if it is not there. */
  public static Path folder(Path path) throws IOException {
    return keep(Files.createDirectories(path));
  }

  /** Keeps a file or a folder to its owner; leaves anything else as it is. */
  public static Path keep(Path path) throws IOException {
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (isFolder || Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(isFolder ? "rwxr-xr-x" : "rw-r--r--"));
    }
    return path;
  }
}
