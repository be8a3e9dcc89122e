package dev.vidiexport.app.staging;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes a staged file the output, in one step and for good: its bytes reach the disk before its
 * name does. When it fails, it has taken back what it did.
 */
final class Publication {
  private final FileOperations files;
  private final Path folder;
  private final Path target;

  /**
   * Publishes under a name.
   *
   * @param folder the folder of the name
   * @param target the name itself; no symbolic link
   */
  Publication(FileOperations files, Path folder, Path target) {
    this.files = files;
    this.folder = folder;
    this.target = target;
  }

  /**
   * Publishes under a name that is free.
   *
   * @throws FileAlreadyExistsException when it is not; what stands there stays
   * @throws IOException when the file cannot be published
   */
  void add(Path staged) throws IOException {
    files.forceFile(staged);
    boolean forcible = canForceFolder();
    try {
      files.link(target, staged);
    } catch (FileAlreadyExistsException | AccessDeniedException | NoSuchFileException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException noLinks) {
      moveUnlessTaken(staged, noLinks);
    }
    forceOrTakeBack(forcible, () -> files.delete(target));
  }

  private void moveUnlessTaken(Path staged, Exception noLinks) throws IOException {
    try {
      // As good as it gets where there are no links: another program could still come between.
      if (files.entryKind(target) != EntryKind.ABSENT) {
        throw new FileAlreadyExistsException(target.toString());
      }
      files.move(staged, target);
    } catch (IOException e) {
      e.addSuppressed(noLinks);
      throw e;
    }
  }

  /**
   * Publishes under a name that may be taken by a file, which is replaced, and whose mode the new
   * one keeps.
   *
   * @param earlier a free name, where the replaced file is kept until all is done
   * @throws FileAlreadyExistsException when what has the name is no file; it stays
   * @throws IOException when the file cannot be published; the earlier file is in its place then
   */
  void replace(Path staged, Path earlier) throws IOException {
    files.forceFile(staged);
    boolean forcible = canForceFolder();
    EntryKind kind = files.entryKind(target);
    if (kind != EntryKind.FILE && kind != EntryKind.ABSENT) {
      throw new FileAlreadyExistsException(target.toString());
    }
    if (kind == EntryKind.FILE) {
      // Behind the bytes: a mode may forbid even its owner to open the file once more.
      files.takeAccess(staged, target);
    }
    Step takeBack = kind == EntryKind.ABSENT ? () -> files.delete(target) : keep(earlier);
    files.move(staged, target);
    forceOrTakeBack(forcible, takeBack);
  }

  private @Nullable Step keep(Path earlier) {
    try {
      files.link(earlier, target);
      return () -> files.move(earlier, target);
    } catch (IOException | UnsupportedOperationException noLinks) {
      // Without links the earlier file cannot be kept, only be replaced in one step.
      return null;
    }
  }

  private boolean canForceFolder() {
    try {
      files.forceFolder(folder);
      return true;
    } catch (IOException unable) {
      // Some file systems cannot; there the name gets to the disk when it gets there.
      return false;
    }
  }

  private void forceOrTakeBack(boolean forcible, @Nullable Step takeBack) throws IOException {
    if (!forcible) {
      return;
    }
    try {
      files.forceFolder(folder);
    } catch (IOException e) {
      if (takeBack == null) {
        return; // The whole output has its name, and there is no way back.
      }
      try {
        takeBack.run();
      } catch (IOException stays) {
        e.addSuppressed(stays);
      }
      throw e;
    }
  }

  private interface Step {
    void run() throws IOException;
  }
}
