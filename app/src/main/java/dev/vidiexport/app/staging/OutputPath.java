package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Where a file that the user named really goes: links are followed, so that the link stays and its
 * target is written. Immutable.
 *
 * @param folder the real path of the folder, which exists
 * @param path the file in it, which is a regular file or absent
 * @param exists whether it was there when it was looked for
 */
record OutputPath(Path folder, Path path, boolean exists) {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /**
   * Looks where a file goes.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when no file can be written there
   */
  static OutputPath of(FileOperations files, String name, OutputMessages messages) {
    try {
      Path given = Path.of(name);
      if (name.isEmpty()) {
        throw messages.refusal(FailureReason.OUTPUT_UNUSABLE, "it has no name");
      }
      if (name.endsWith(given.getFileSystem().getSeparator())) {
        throw isFolder(messages);
      }
      return of(files, given.toAbsolutePath(), messages);
    } catch (InvalidPathException e) {
      throw messages.refusal(FailureReason.OUTPUT_UNUSABLE, "this is not a valid file name here");
    } catch (IOException e) {
      throw messages.refusal(e);
    }
  }

  private static OutputPath of(FileOperations files, Path given, OutputMessages messages)
      throws IOException {
    if (isStandardStream(given.normalize())) {
      throw messages.refusal(FailureReason.OUTPUT_IS_DEVICE, "it is a stream of this process");
    }
    if (given.normalize().startsWith("/proc")) {
      throw messages.refusal(
          FailureReason.OUTPUT_UNUSABLE,
          "no files can be created in its folder %s".formatted(parent(given)));
    }
    Path target = given;
    requireFolder(files, target, messages);
    for (int links = 0; files.entryKind(target) == EntryKind.LINK; links++) {
      if (links == MOST_LINKS) {
        throw messages.refusal(FailureReason.OUTPUT_UNUSABLE, "its symbolic links form a loop");
      }
      target = target.resolveSibling(files.readLink(target));
      requireFolder(files, target, messages);
    }
    // Asked of what was given: the links below /dev/stdout are not named as files.
    EntryKind kind = files.kind(given);
    if (kind == EntryKind.FOLDER) {
      throw isFolder(messages);
    }
    if (kind == EntryKind.OTHER) {
      throw messages.refusal(
          FailureReason.OUTPUT_IS_DEVICE, "it is not a regular file but a device, FIFO or socket");
    }
    Path folder = files.realPath(parent(target));
    return new OutputPath(folder, folder.resolve(fileName(target)), kind == EntryKind.FILE);
  }

  /** What a shell has opened for this process is written through, and never replaced. */
  private static boolean isStandardStream(Path file) {
    return file.startsWith("/dev/fd")
        || file.startsWith("/dev/stdout")
        || file.startsWith("/dev/stderr")
        || (file.startsWith("/proc") && names(file).contains("fd"));
  }

  private static Set<String> names(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.toSet());
  }

  private static void requireFolder(FileOperations files, Path file, OutputMessages messages)
      throws IOException {
    Path folder = parent(file);
    EntryKind kind = files.kind(folder);
    if (kind == EntryKind.ABSENT) {
      throw messages.refusal(
          FailureReason.OUTPUT_FOLDER_MISSING, "its folder %s does not exist".formatted(folder));
    }
    if (kind != EntryKind.FOLDER) {
      throw messages.refusal(FailureReason.OUTPUT_UNUSABLE, folder + " is not a folder");
    }
  }

  private static ExportException isFolder(OutputMessages messages) {
    return messages.refusal(FailureReason.OUTPUT_IS_FOLDER, "it is a folder");
  }

  /** The folder of a file; the root, which has none, stands for itself. */
  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static Path fileName(Path file) {
    Path name = file.getFileName();
    return name == null ? file : name;
  }
}
