package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;

/** What a sink or the destination threw, as the end of a run. */
final class OutputFailure {
  private static final String LOOK = " look whether the rows are there before you run it again.";

  private static final int MOST_CHARACTERS = 500;

  private OutputFailure() {}

  /**
   * What a sink's thread ended with.
   *
   * @param format what messages call the format
   * @param call the call that failed
   */
  static ExportException whileWriting(String format, SinkCall call, Throwable failure) {
    if (failure instanceof ExportException known) {
      return known;
    }
    if (failure instanceof IOException) {
      return new ExportException(FailureKind.OUTPUT_NOT_WRITTEN, sentence(failure), failure);
    }
    return unexpected(
        format,
        call,
        "Report what it says with --verbose to its maker, or take another --format.",
        failure);
  }

  /** What a sink's thread ended with that was completing its output where nobody can undo it. */
  static ExportException whileCommittingElsewhere(String format, Throwable failure) {
    return failure instanceof ExportException || failure instanceof IOException
        ? whileWriting(format, SinkCall.committing(), failure)
        : unexpected(
            format,
            SinkCall.committing(),
            "Look whether the rows are there before you run it again, and report what it says with"
                + " --verbose to its maker.",
            failure);
  }

  private static ExportException unexpected(
      String format, SinkCall call, String nextStep, Throwable failure) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        "The output could not be written, because %s failed in an unexpected way while it was %s. %s"
            .formatted(format, call.doing(), nextStep),
        failure);
  }

  /** The run had to end while a sink was completing its output elsewhere, or closing it then. */
  static ExportException inCommit(String format, boolean committed, Throwable where) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        (committed
                ? "The output was completed, but %s was still closing it when the run had to end:"
                : "The run had to end while %s was completing the output:")
            .formatted(format)
            .concat(LOOK),
        where);
  }

  /** A sink that completes its output elsewhere did so, and could not be closed then. */
  static ExportException afterCommit(String format, Throwable failure) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        "The output was completed, but %s failed when it closed it:%s%s"
            .formatted(format, ownWords(failure), LOOK),
        failure);
  }

  /** What the format said, which is behind the sentences that a destination made of it. */
  private static String ownWords(Throwable failure) {
    Throwable own = failure.getCause() instanceof IOException cause ? cause : failure;
    String message = own instanceof IOException ? own.getMessage() : null;
    return message == null || message.isBlank()
        ? ""
        : " \"%s\";".formatted(CleanText.of(message, MOST_CHARACTERS));
  }

  static ExportException whilePublishing(IOException failure) {
    return new ExportException(FailureKind.OUTPUT_NOT_WRITTEN, sentence(failure), failure);
  }

  /** A destination tells its failures in sentences, and those of its sink. */
  private static String sentence(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? "The output could not be written." : message;
  }
}
