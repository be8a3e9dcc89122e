package dev.vidiexport.app.staging;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.text.CleanText;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tells in sentences why one output cannot be written. Immutable.
 *
 * @param doing what cannot be done, such as {@code write out.csv}
 * @param option the option that names another place, such as {@code --output}
 */
record OutputMessages(String doing, String option) {
  /** The option that names the output of an export. */
  static final String OUTPUT = "--output";

  private static final int MOST_CHARACTERS = 1_000;

  /** About the file that {@code --output} names. */
  static OutputMessages ofOutput(String name) {
    return ofFile(name, OUTPUT);
  }

  /** About the file that an option names. */
  static OutputMessages ofFile(String name, String option) {
    return new OutputMessages("write " + clean(name), option);
  }

  /** About the folder that {@code --staging} names. */
  static OutputMessages ofStaging(Path folder) {
    return new OutputMessages("stage standard output in " + clean(folder.toString()), "--staging");
  }

  /** About standard output itself. */
  static OutputMessages ofStandardOutput() {
    return new OutputMessages("write to standard output", OUTPUT);
  }

  /** Refuses an output, with what was found and what to do. */
  ExportException refusal(String found, String nextStep) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN, sentence(clean(found)) + " " + nextStep);
  }

  /** Refuses an output for which the file system gave the reason. */
  ExportException refusal(IOException cause) {
    return new ExportException(FailureKind.OUTPUT_NOT_WRITTEN, words("", cause), cause);
  }

  /** Refuses an output for which the format gave the reason. */
  ExportException refusal(ChosenSink format, IOException cause) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN, words(speaker(format), cause), cause);
  }

  /** Refuses an output whose format failed in a way that is no refusal of its own. */
  ExportException defect(String format, Throwable cause) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        sentence("%s failed in an unexpected way when it was checked".formatted(clean(format)))
            + " Report what it says with --verbose to its maker, or take another --format.",
        cause);
  }

  /**
   * The failure in sentences; one that is told already stays as it is. A reason that ends with a
   * full stop has said what to do.
   */
  IOException failure(IOException cause) {
    return cause instanceof OutputFailure ? cause : new OutputFailure(words("", cause), cause);
  }

  /** The same, of what the format threw: one that does not ship with this program is named. */
  IOException failure(ChosenSink format, IOException cause) {
    return cause instanceof OutputFailure
        ? cause
        : new OutputFailure(words(speaker(format), cause), cause);
  }

  /** The same, where nobody knows whether what the format wrote elsewhere is there. */
  IOException failureToCommitElsewhere(ChosenSink format, IOException cause) {
    String reason = speaker(format) + reason(cause);
    return new OutputFailure(
        (reason.endsWith(".") ? "Cannot %s: %s".formatted(doing, reason) : sentence(reason))
            + " Look whether the rows are there before you run it again.",
        cause);
  }

  private static String speaker(ChosenSink format) {
    return format.builtIn() ? "" : clean(format.name()) + " failed: ";
  }

  /** The way out that is always there. */
  String chooseAnother() {
    return "Choose another %s.".formatted(option);
  }

  /** The way out for those who named a device. */
  String insteadOfDevice() {
    return option.equals(OUTPUT)
        ? "Use - for standard output, or name a file."
        : "Name a file for %s.".formatted(option);
  }

  private String words(String speaker, IOException cause) {
    if (cause instanceof OutputFailure told) {
      return String.valueOf(told.getMessage());
    }
    String reason = speaker + reason(cause);
    return reason.endsWith(".")
        ? "Cannot %s: %s".formatted(doing, reason)
        : sentence(reason) + " " + nextStep(cause, reason);
  }

  private String sentence(String found) {
    return "Cannot %s: %s.".formatted(doing, found);
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
        ? "a file or folder is not there any more"
        : clean(FileSystemReason.of(refused, "a file of that name exists already"));
  }

  private String nextStep(IOException cause, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("quota")) {
      return "Free some space there, or choose another %s.".formatted(option);
    }
    if (cause instanceof AccessDeniedException) {
      return "Choose another %s, in a folder that you may write to.".formatted(option);
    }
    if (cause instanceof RivalException) {
      return "Wait until that run has ended, or choose another %s.".formatted(option);
    }
    if (lower.contains("broken pipe")) {
      return "Let what reads it read to the end, or choose another %s.".formatted(option);
    }
    return chooseAnother();
  }

  /** A text from outside, without characters that could steer a terminal. */
  static String clean(String text) {
    return CleanText.of(text, MOST_CHARACTERS);
  }
}
