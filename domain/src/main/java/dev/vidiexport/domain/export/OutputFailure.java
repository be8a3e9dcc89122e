package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.io.IOException;

/** What a sink or the destination threw, as the end of a run. */
final class OutputFailure {
  private OutputFailure() {}

  static ExportException whileWriting(Throwable failure) {
    if (failure instanceof ExportException known) {
      return known;
    }
    if (failure instanceof IOException) {
      return new ExportException(FailureKind.OUTPUT_NOT_WRITTEN, sentence(failure), failure);
    }
    return new ExportException(
        FailureKind.OUTPUT_NOT_WRITTEN,
        "The output could not be written, because its format failed in an unexpected way.",
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
