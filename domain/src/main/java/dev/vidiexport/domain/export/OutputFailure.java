package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.io.IOException;

/** What a sink or the destination threw, as the end of a run. */
final class OutputFailure {
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
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        ("The output could not be written, because %s failed in an unexpected way while it was %s."
                + " Report what it says with --verbose to its maker, or take another --format.")
            .formatted(format, call.doing()),
        failure);
  }

  /** A sink that completes its output elsewhere did so, and could not be closed then. */
  static ExportException afterCommit(String format, Throwable failure) {
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        ("The output was completed, but %s failed when it closed it: look whether the rows are"
                + " there before you run it again.")
            .formatted(format),
        failure);
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
