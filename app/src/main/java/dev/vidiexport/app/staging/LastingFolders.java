package dev.vidiexport.app.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes folders below a root whose names are on the disk, also those that were there before: a run
 * that was killed may have made one and not come so far, and what is forced in a folder whose own
 * name is lost is lost with it. Each is looked after once. Thread-safe.
 */
final class LastingFolders {
  private final FileOperations files;
  private final Path root;
  private final Set<Path> lasting = ConcurrentHashMap.newKeySet();

  LastingFolders(FileOperations files, Path root) {
    this.files = files;
    this.root = root;
  }

  /**
   * Makes a folder below the root, and those between them.
   *
   * @throws java.nio.file.FileAlreadyExistsException when something else has the name
   */
  void make(Path folder) throws IOException {
    if (folder.equals(root)) {
      return;
    }
    Path parent = FolderPaths.above(folder);
    make(parent);
    boolean isForced = files.kind(folder) == EntryKind.ABSENT;
    FolderMaking.make(files, folder);
    if (lasting.add(folder) && !isForced) {
      FolderMaking.force(files, parent);
    }
  }
}
