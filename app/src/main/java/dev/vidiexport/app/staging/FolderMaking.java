package dev.vidiexport.app.staging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes folders that are not there yet, so that a power cut does not lose them again. */
final class FolderMaking {
  private FolderMaking() {}

  /**
   * Makes a folder, and those above it that are missing.
   *
   * @throws FileAlreadyExistsException when something else has the name
   */
  static void make(FileOperations files, Path folder) throws IOException {
    EntryKind kind = files.kind(folder);
    if (kind == EntryKind.FOLDER) {
      return;
    }
    if (kind != EntryKind.ABSENT) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    @Nullable Path parent = folder.getParent();
    if (parent != null) {
      make(files, parent);
    }
    try {
      files.createOpenFolder(folder);
    } catch (FileAlreadyExistsException made) {
      if (files.kind(folder) != EntryKind.FOLDER) {
        throw made;
      }
    }
    if (parent != null) {
      force(files, parent);
    }
  }

  /** Forces the entries of a folder, where the file system can. */
  static void force(FileOperations files, Path folder) {
    try {
      files.forceFolder(folder);
    } catch (IOException unable) {
      // Some file systems cannot; there a name gets to the disk when it gets there.
      return;
    }
  }
}
