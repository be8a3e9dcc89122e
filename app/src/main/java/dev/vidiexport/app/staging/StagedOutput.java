package dev.vidiexport.app.staging;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import dev.vidiexport.spi.SinkTarget;
import dev.vidiexport.spi.TargetKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A staging folder, and in it the file of the attempt that is under way. Every attempt has a folder
 * of its own, so that what a failed one left cannot get into the next. Thread-safe, because a sink
 * that hangs may come back when the run has long ended.
 */
final class StagedOutput implements AutoCloseable {
  private final FileOperations files;
  private final StagingFolder folder;
  private final ChosenSink chosen;
  private final OutputMessages messages;
  private final boolean isPrivate;
  private int attempts;
  private boolean closed;
  private @Nullable Attempt current;

  /**
   * Stages in a folder.
   *
   * @param isPrivate whether nobody else may read the files, also once they have left the folder,
   *     until they get another mode
   */
  StagedOutput(
      FileOperations files,
      StagingFolder folder,
      ChosenSink chosen,
      OutputMessages messages,
      boolean isPrivate) {
    this.files = files;
    this.folder = folder;
    this.chosen = chosen;
    this.messages = messages;
    this.isPrivate = isPrivate;
  }

  /** A place that no sink can reach, for what only the host keeps here. */
  Path place(String name) {
    return folder.path().resolve(name);
  }

  /**
   * Opens a sink on a fresh file.
   *
   * @throws IOException in sentences, when the file cannot be made, or the sink cannot be opened
   */
  Sink open(Schema schema) throws IOException {
    return open(target -> chosen.open(target, schema, messages));
  }

  /**
   * The same, for columns that have numbers.
   *
   * @param columns those of the schema, in its order
   */
  Sink open(Schema schema, List<NumberedColumn> columns) throws IOException {
    return open(target -> chosen.open(target, schema, columns, messages));
  }

  private synchronized Sink open(Opening opening) throws IOException {
    if (closed) {
      throw new IOException("the run has ended");
    }
    discard();
    attempts++;
    Attempt attempt = begin(folder.path().resolve("attempt-" + attempts));
    current = attempt;
    boolean opened = false;
    try {
      Sink sink = opening.open(attempt.target(chosen));
      opened = true;
      return sink;
    } finally {
      if (!opened) {
        discard();
      }
    }
  }

  private Attempt begin(Path own) throws IOException {
    Path file = own.resolve("output" + chosen.extension().map(name -> "." + name).orElse(""));
    try {
      files.createFolder(own);
      return chosen.provider().targetKind() == TargetKind.BYTES
          ? new Attempt(own, file, new StagedStream(create(file), messages))
          : new Attempt(own, file, null);
    } catch (IOException e) {
      StagingCleanup.of(files, own);
      throw messages.failure(e);
    }
  }

  private OutputStream create(Path file) throws IOException {
    return isPrivate ? files.createPrivate(file) : files.create(file);
  }

  /**
   * Ends the file of the current attempt, which its sink has committed and closed.
   *
   * @return where the whole file stands
   * @throws IOException in sentences, when it is not whole
   */
  synchronized Path finish() throws IOException {
    Attempt attempt = current;
    if (attempt == null) {
      throw new IllegalStateException("a sink must be opened first");
    }
    if (attempt.stream() != null) {
      attempt.stream().finish();
    }
    try {
      if (files.entryKind(attempt.file()) != EntryKind.FILE) {
        throw messages.incomplete(chosen, "left no file");
      }
    } catch (IOException e) {
      throw messages.failure(e);
    }
    return attempt.file();
  }

  /** Throws the current attempt away, if there is one. Never fails. */
  synchronized void discard() {
    Attempt attempt = current;
    if (attempt != null) {
      current = null;
      if (attempt.stream() != null) {
        attempt.stream().abandon();
      }
      StagingCleanup.of(files, attempt.folder());
    }
  }

  /** Throws everything away, and gives up the staging folder. */
  @Override
  public synchronized void close() {
    closed = true;
    discard();
    folder.close();
  }

  @FunctionalInterface
  private interface Opening {
    Sink open(SinkTarget target) throws IOException;
  }

  private record Attempt(Path folder, Path file, @Nullable StagedStream stream) {
    SinkTarget target(ChosenSink chosen) {
      return stream == null
          ? new SinkTarget.File(file)
          : new SinkTarget.Bytes(stream, chosen.extension());
    }
  }
}
