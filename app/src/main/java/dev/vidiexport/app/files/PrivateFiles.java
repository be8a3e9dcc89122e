package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Folders and files that the user alone can read, where the file system knows of users. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /**
   * Makes a folder and what is above it, or takes others' rights from the one that is there; but
   * not from one that a link leads to, which may serve others.
   */
  public static void makeFolder(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new FileSystemException(folder.toString(), null, "it is a link");
    }
    Files.createDirectories(folder, FilePermissions.ofOwnFolder(folder));
    FilePermissions.keepToOwner(folder);
  }

  /** Opens a file to read and write it, and makes it where it is missing; never through a link. */
  public static FileChannel open(Path file) throws IOException {
    if (!mayBeOpened(file)) {
      throw new FileSystemException(file.toString(), null, "it is not a plain file");
    }
    Set<? extends java.nio.file.OpenOption> options =
        Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(file, options, FilePermissions.ofOwnFile(file));
  }

  /** Whether nothing is there, or a file: opening anything else may wait, or fail later. */
  public static boolean mayBeOpened(Path file) {
    return Files.notExists(file, LinkOption.NOFOLLOW_LINKS)
        || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
