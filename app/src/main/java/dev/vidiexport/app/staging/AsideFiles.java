package dev.vidiexport.app.staging;

import dev.vidiexport.domain.history.PublishedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps files of a history that were replaced, for 30 days: under their own path below {@code
 * _vidiexport/replaced}, with the first digits of their digest in the name. When a file was
 * replaced is the time at which it was changed last, as the file system keeps it.
 */
final class AsideFiles {
  static final String FOLDER = "replaced";

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int DIGITS = 8;

  private final TargetFolder held;
  private final FileOperations files;
  private final Path target;

  AsideFiles(TargetFolder held) {
    this.held = held;
    this.files = held.files();
    this.target = held.path();
  }

  /** Where a file stands once it has been put aside. */
  Path place(PublishedFile file) {
    String path = file.path();
    int slash = path.lastIndexOf('/');
    int dot = path.indexOf('.', slash);
    String digits = file.sha256().substring(0, DIGITS);
    String name =
        dot < 0 ? path + "." + digits : path.substring(0, dot) + "." + digits + path.substring(dot);
    return target.resolve(TargetFolder.OWN).resolve(FOLDER).resolve(name);
  }

  /**
   * Keeps a file under a second name, before it is replaced under its own.
   *
   * @return whether that name is new; otherwise the same file was put aside before
   */
  boolean keep(PublishedFile file) throws IOException {
    Path place = place(file);
    Path folder = FolderPaths.above(place);
    held.make(folder);
    Path standing = target.resolve(file.path());
    try {
      files.link(place, standing);
    } catch (FileAlreadyExistsException keptBefore) {
      keepStill(file, place);
      return false;
    } catch (IOException | UnsupportedOperationException noLinks) {
      boolean isNew = files.entryKind(place) == EntryKind.ABSENT;
      // What a run that died has left may be a part.
      files.delete(place);
      copy(standing, place);
      FolderMaking.force(files, folder);
      return isNew;
    }
    FolderMaking.force(files, folder);
    return true;
  }

  /** A run that died may have left a part of it, and what it left may not be on the disk. */
  private void keepStill(PublishedFile file, Path place) throws IOException {
    if (FileDigest.of(files, place, file.path()).equals(file)) {
      files.forceFile(place);
      FolderMaking.force(files, FolderPaths.above(place));
    } else {
      files.delete(place);
      keep(file);
    }
  }

  private void copy(Path from, Path to) throws IOException {
    try (InputStream source = files.read(from);
        OutputStream copy = files.create(to)) {
      source.transferTo(copy);
    }
    files.forceFile(to);
  }

  /** Notes when a file that is kept was replaced. */
  void date(PublishedFile file, Instant at) throws IOException {
    files.setModified(place(file), at);
  }

  /** Forgets a file that is kept, and stands in its own place still. */
  void forget(PublishedFile file) throws IOException {
    files.delete(place(file));
  }

  /** Removes what was replaced long enough before. */
  void removeOld(Instant now) {
    Path folder = target.resolve(TargetFolder.OWN).resolve(FOLDER);
    removeOld(folder, now.minus(KEPT));
  }

  /** Folders that become empty go, too: the next file makes them anew. */
  private void removeOld(Path entry, Instant limit) {
    try {
      switch (files.entryKind(entry)) {
        case FOLDER -> {
          for (Path child : files.list(entry)) {
            removeOld(child, limit);
          }
          if (files.list(entry).isEmpty()) {
            files.delete(entry);
          }
        }
        case FILE -> {
          if (files.modified(entry).isBefore(limit)) {
            files.delete(entry);
          }
        }
        case ABSENT, LINK, OTHER -> {}
      }
    } catch (IOException left) {
      // The next run tries again.
      return;
    }
  }
}
