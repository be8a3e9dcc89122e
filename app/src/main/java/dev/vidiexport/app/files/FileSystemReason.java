package dev.vidiexport.app.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Says in words why something could not be done with a file. */
public final class FileSystemReason {
  private FileSystemReason() {}

  /**
   * The reason as a clause; it may hold characters that a terminal would act on.
   *
   * @param inTheWay what it means here that something exists already
   */
  public static String of(IOException failure, String inTheWay) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return inTheWay;
    }
    String reason =
        failure instanceof FileSystemException refused ? refused.getReason() : failure.getMessage();
    return reason == null || reason.isBlank() ? "the file system refused" : reason;
  }
}
