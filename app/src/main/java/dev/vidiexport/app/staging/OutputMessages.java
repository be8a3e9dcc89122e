package dev.vidiexport.app.staging;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutOfMemory;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.spi.CommitUncertainException;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tells in sentences why one output cannot be written, and names the reason. Immutable.
 *
 * @param doing what cannot be done, such as {@code write out.csv}
 * @param staging whether this is about the folder in which standard output is staged
 */
record OutputMessages(String doing, boolean staging) {
  private static final int MOST_CHARACTERS = 1_000;

  /** About an output that has a name. */
  static OutputMessages ofOutput(String name) {
    return new OutputMessages("write " + clean(name), false);
  }

  /** About the folder in which standard output is staged. */
  static OutputMessages ofStaging(Path folder) {
    return new OutputMessages("stage standard output in " + clean(folder.toString()), true);
  }

  /** About standard output itself. */
  static OutputMessages ofStandardOutput() {
    return new OutputMessages("write to standard output", false);
  }

  /** Refuses an output, with what was found. */
  ExportException refusal(FailureReason reason, String found) {
    return new ExportException(reason, sentence(clean(found)));
  }

  /** Refuses an output for which the file system gave the reason. */
  ExportException refusal(IOException cause) {
    return new ExportException(failureOf(cause), cause);
  }

  /** Refuses an output for which the format gave the reason. */
  ExportException refusal(ChosenSink format, IOException cause) {
    return new ExportException(failureOf(format, cause), cause);
  }

  /** Refuses an output whose format failed in a way that is no refusal of its own. */
  ExportException defect(String format, Throwable cause) {
    return OutOfMemory.in(cause)
        .orElseGet(
            () ->
                new ExportException(
                    FailureReason.FORMAT_FAILED,
                    sentence(
                        "%s failed in an unexpected way when it was checked"
                            .formatted(clean(format))),
                    cause));
  }

  /** What the format did not do that it must; the output is not at fault. */
  IOException incomplete(ChosenSink format, String what) {
    return new OutputException(
        new Failure(FailureReason.FORMAT_INCOMPLETE, sentence(clean(format.name()) + " " + what)));
  }

  /** The failure in sentences; one that is told already stays as it is. */
  IOException failure(IOException cause) {
    return cause instanceof OutputException ? cause : new OutputException(failureOf(cause), cause);
  }

  /** A failure that was found out here, with its cause. */
  IOException failure(FailureReason reason, String found, IOException cause) {
    return new OutputException(new Failure(reason, sentence(clean(found))), cause);
  }

  /** The same, of what the format threw: one that does not ship with this program is named. */
  IOException failure(ChosenSink format, IOException cause) {
    return cause instanceof OutputException
        ? cause
        : new OutputException(failureOf(format, cause), cause);
  }

  /**
   * The same, where nobody knows whether what the format wrote elsewhere is there. One that ships
   * with this program says which failures leave that open.
   */
  IOException failureToCommitElsewhere(ChosenSink format, IOException cause) {
    if (format.builtIn() && !(cause instanceof CommitUncertainException)) {
      return failure(format, cause);
    }
    String reason = speaker(format) + reason(cause);
    return new OutputException(
        new Failure(FailureReason.OUTPUT_UNCERTAIN, sentence(reason)), cause);
  }

  private static String speaker(ChosenSink format) {
    return format.builtIn() ? "" : clean(format.name()) + " failed: ";
  }

  private Failure failureOf(IOException cause) {
    return cause instanceof OutputException told
        ? told.failure()
        : new Failure(why(cause, reason(cause)), sentence(reason(cause)));
  }

  /** Words of the format that end with a full stop have said what to do. */
  private Failure failureOf(ChosenSink format, IOException cause) {
    if (cause instanceof OutputException told) {
      return told.failure();
    }
    String reason = speaker(format) + reason(cause);
    if (!reason.endsWith(".")) {
      return new Failure(why(cause, reason), sentence(reason));
    }
    return new Failure(
        format.isOptionNamedIn(reason)
            ? FailureReason.FORMAT_NEEDS_OPTION
            : FailureReason.FORMAT_CANNOT_WORK,
        sentence(reason));
  }

  private String sentence(String found) {
    return "Cannot %s: %s".formatted(doing, found.endsWith(".") ? found : found + ".");
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException refused) {
      String place =
          refused.getFile() == null ? "" : " (" + clean(visible(refused.getFile())) + ")";
      return fileSystemReason(refused) + place;
    }
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? "the system reported an input/output error"
        : clean(message);
  }

  /** The folder that the user knows, for what is inside a staging folder. */
  private static String visible(String file) {
    int mark = file.indexOf(StagingName.MARK);
    int end = mark < 0 ? -1 : file.lastIndexOf(File.separatorChar, mark);
    return end <= 0 ? file : file.substring(0, end);
  }

  private static String fileSystemReason(FileSystemException refused) {
    return refused instanceof NoSuchFileException
        ? "a file or folder is no longer there"
        : clean(FileSystemReason.of(refused, "a file of that name already exists"));
  }

  private FailureReason why(IOException cause, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("quota")) {
      return staging ? FailureReason.STAGING_DISK_FULL : FailureReason.DISK_FULL;
    }
    if (cause instanceof AccessDeniedException) {
      return staging ? FailureReason.STAGING_NOT_PERMITTED : FailureReason.OUTPUT_NOT_PERMITTED;
    }
    if (cause instanceof OutputInUseException) {
      return FailureReason.OUTPUT_BEING_WRITTEN;
    }
    if (lower.contains("broken pipe")) {
      return FailureReason.READER_GONE;
    }
    return staging ? FailureReason.STAGING_UNUSABLE : FailureReason.OUTPUT_UNUSABLE;
  }

  /** A text from outside, without characters that could steer a terminal. */
  static String clean(String text) {
    return CleanText.of(text, MOST_CHARACTERS);
  }
}
