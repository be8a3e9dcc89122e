package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.ExportException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a history could be kept in a folder. Nothing stays of the trial.
 *
 * @param isThere whether the folder is there; otherwise it could be made
 * @param usableBytes how many bytes this user may still write there
 */
public record TargetTrial(boolean isThere, long usableBytes) {
  private static final String PREFIX = ".vidiexport-trial-";

  /**
   * Writes a file, forces it to the disk, and removes it: in the folder, or where it would be made.
   *
   * @param target need not be there
   * @throws ExportException {@code TARGET_HELD} when another run is changing the history; {@code
   *     OUTPUT_NOT_WRITTEN} when it could not be written
   */
  public static TargetTrial of(Path target) {
    return of(new LocalFileOperations(), target);
  }

  static TargetTrial of(FileOperations files, Path target) {
    try {
      EntryKind kind = files.kind(target);
      if (kind == EntryKind.FOLDER) {
        TargetFolder.requireFree(files, target);
      } else if (kind != EntryKind.ABSENT) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Path place = nearestFolder(files, target);
      write(files, place.resolve(PREFIX + UUID.randomUUID()));
      return new TargetTrial(kind == EntryKind.FOLDER, Files.getFileStore(place).getUsableSpace());
    } catch (IOException unusable) {
      throw OutputMessages.ofOutput(target.toString()).refusal(unusable);
    }
  }

  private static Path nearestFolder(FileOperations files, Path target) throws IOException {
    Path place = target.toAbsolutePath();
    @Nullable Path above = place.getParent();
    while (files.kind(place) == EntryKind.ABSENT && above != null) {
      place = above;
      above = place.getParent();
    }
    return place;
  }

  private static void write(FileOperations files, Path file) throws IOException {
    try {
      try (OutputStream stream = files.createPrivate(file)) {
        stream.write(PREFIX.length());
      }
      files.forceFile(file);
    } finally {
      files.delete(file);
    }
  }
}
