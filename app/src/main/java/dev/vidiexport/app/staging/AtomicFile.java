package dev.vidiexport.app.staging;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A small file that is made or replaced as a whole or not at all, and keeps its mode. Links are
 * followed. One call at a time; of several processes that replace the same file, the last wins.
 */
public final class AtomicFile {
  private final FileOperations files;
  private final String name;
  private final OutputMessages messages;
  private final boolean isForAll;

  AtomicFile(FileOperations files, String name) {
    this(files, name, false);
  }

  AtomicFile(FileOperations files, String name, boolean isForAll) {
    this.isForAll = isForAll;
    this.files = requireNonNull(files, "files must not be null");
    this.name = requireNonNull(name, "name must not be null");
    this.messages = OutputMessages.ofOutput(name);
  }

  /**
   * The file of a name.
   *
   * @param name as the user wrote it
   */
  public static AtomicFile of(String name) {
    return new AtomicFile(new LocalFileOperations(), name);
  }

  /**
   * The same, and where it is made it can be read by everybody, whatever the umask.
   *
   * @param name as the user wrote it
   */
  public static AtomicFile readableByAll(String name) {
    return new AtomicFile(new LocalFileOperations(), name, true);
  }

  /** Whether another name leads to the same file, through links or not. */
  public boolean isNamedBy(String other) {
    try {
      return OutputPath.of(files, other, messages)
          .path()
          .equals(OutputPath.of(files, name, messages).path());
    } catch (ExportException notWritable) {
      // A name that leads to no file leads to no common one; who writes there will say why not.
      return false;
    }
  }

  /**
   * Finds out whether the file can be written, by writing beside it. Leaves nothing behind.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong
   */
  public void check() {
    OutputPath path = OutputPath.of(files, name, messages);
    try (StagingFolder staging = stage(path)) {
      staging.requireForce();
    } catch (IOException e) {
      throw messages.refusal(e);
    }
  }

  /**
   * The same for a file that must not be there yet.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong
   */
  public void checkAbsent() {
    check();
    if (OutputPath.of(files, name, messages).exists()) {
      throw messages.refusal(FailureReason.OUTPUT_EXISTS, "it already exists");
    }
  }

  /**
   * Makes these bytes the content of the file, on the disk.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it could not be written; an earlier
   *     file is as it was
   */
  public void replace(byte[] content) {
    OutputPath path = OutputPath.of(files, name, messages);
    try (StagingFolder staging = stage(path)) {
      Path staged = staging.path().resolve("content");
      try (OutputStream stream =
          path.exists() ? files.createPrivate(staged) : files.create(staged)) {
        stream.write(content);
      }
      if (isForAll && !path.exists()) {
        files.letAllRead(staged);
      }
      new Publication(files, path.folder(), path.path())
          .replace(staged, staging.path().resolve("earlier"));
    } catch (IOException e) {
      throw messages.refusal(e);
    }
  }

  /**
   * Makes a new file with these bytes, on the disk.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it could not be written, or something
   *     has its name, which stays as it is
   */
  public void create(byte[] content) {
    OutputPath path = OutputPath.of(files, name, messages);
    try (StagingFolder staging = stage(path)) {
      Path staged = staging.path().resolve("content");
      try (OutputStream stream = files.create(staged)) {
        stream.write(content);
      }
      new Publication(files, path.folder(), path.path()).add(staged);
    } catch (IOException e) {
      throw messages.refusal(e);
    }
  }

  /**
   * Makes these bytes the content of the file, on the disk, then does something else, and if that
   * fails takes the file back: both happen or none.
   *
   * @param overwrite whether a file that is there is replaced
   * @param next what comes then; what it throws is thrown on
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when the file could not be written, or has
   *     to stay because it cannot be taken back
   */
  public void writeBefore(byte[] content, boolean overwrite, Runnable next) {
    OutputPath path = OutputPath.of(files, name, messages);
    try (StagingFolder staging = stage(path)) {
      Path staged = staging.path().resolve("content");
      try (OutputStream stream =
          path.exists() ? files.createPrivate(staged) : files.create(staged)) {
        stream.write(content);
      }
      Path kept = staging.path().resolve("kept");
      Publication publication = new Publication(files, path.folder(), path.path());
      if (overwrite) {
        keep(path, kept);
        publication.replace(staged, staging.path().resolve("earlier"));
      } else {
        publication.add(staged);
      }
      boolean isDone = false;
      try {
        next.run();
        isDone = true;
      } finally {
        if (!isDone) {
          takeBack(path, kept);
        }
      }
    } catch (IOException e) {
      throw messages.refusal(e);
    }
  }

  /** A copy, because not every file system has a second name for a file. */
  private void keep(OutputPath path, Path kept) throws IOException {
    if (path.exists()) {
      try (InputStream from = files.read(path.path());
          OutputStream to = files.createPrivate(kept)) {
        from.transferTo(to);
      }
      files.takeAccess(kept, path.path());
    }
  }

  private void takeBack(OutputPath path, Path kept) throws IOException {
    if (path.exists()) {
      files.move(kept, path.path());
    } else {
      files.delete(path.path());
    }
  }

  private StagingFolder stage(OutputPath path) throws IOException {
    return StagingFolder.share(
        files, path.folder(), StagingName.beside(String.valueOf(path.path().getFileName())));
  }
}
