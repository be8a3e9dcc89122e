package dev.vidiexport.app.staging;

import dev.vidiexport.app.staging.FileOperations.HeldLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Removes staged files as far as possible, and never fails: what is left is litter, no more. */
final class StagingCleanup {
  private StagingCleanup() {}

  /** Removes an entry, and all it holds; links are not followed. */
  static void of(FileOperations files, Path entry) {
    within(files, entry, child -> true);
    try {
      files.delete(entry);
    } catch (IOException left) {
      // The next run for the same output removes it.
      return;
    }
  }

  /** Removes a staging folder that this process holds. */
  static void ofStaging(FileOperations files, Path folder) {
    // The lock goes last: without it nobody would dare to remove the rest.
    within(files, folder, entry -> !entry.endsWith(StagingFolder.LOCK));
    of(files, folder);
  }

  /** Removes a staging folder if it is one, and the run that made it is dead. */
  static void ifDead(FileOperations files, Path folder) {
    try {
      if (files.entryKind(folder) != EntryKind.FOLDER) {
        return;
      }
      Path lock = folder.resolve(StagingFolder.LOCK);
      if (files.entryKind(lock) == EntryKind.ABSENT) {
        // Left by a run that died on its first or last step. One that is only just beginning
        // notices, and begins again; a folder that holds anything is not ours, and stays.
        files.delete(folder);
        return;
      }
      Optional<HeldLock> seized = files.seizeLock(lock);
      if (seized.isPresent()) {
        ofStaging(files, folder);
        seized.get().close();
      }
    } catch (IOException left) {
      // Litter harms nobody; the run itself goes on.
      return;
    }
  }

  private static void within(FileOperations files, Path folder, Predicate<Path> chosen) {
    try {
      if (files.entryKind(folder) == EntryKind.FOLDER) {
        files.list(folder).stream().filter(chosen).forEach(child -> of(files, child));
      }
    } catch (IOException left) {
      // The next run for the same output removes it.
      return;
    }
  }
}
