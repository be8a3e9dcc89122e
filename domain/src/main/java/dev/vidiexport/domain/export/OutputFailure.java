package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutOfMemory;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.util.Optional;

/** Failures of a sink or of the destination, as the failure of a run. */
final class OutputFailure {
  private static final int MOST_CHARACTERS = 500;

  private OutputFailure() {}

  /**
   * The failure that a sink's thread ended with.
   *
   * @param format what messages call the format
   * @param call the call that failed
   */
  static ExportException whileWriting(String format, SinkCall call, Throwable failure) {
    if (failure instanceof ExportException known) {
      return known;
    }
    Optional<ExportException> outOfMemory = OutOfMemory.in(failure);
    if (outOfMemory.isPresent()) {
      return outOfMemory.orElseThrow();
    }
    return failure instanceof IOException told
        ? told(FailureReason.OUTPUT_UNUSABLE, told)
        : unexpected(FailureReason.FORMAT_FAILED, format, call, failure);
  }

  /** The failure of a sink's thread that was completing its output where nobody can undo it. */
  static ExportException whileCommittingElsewhere(String format, Throwable failure) {
    if (failure instanceof ExportException known) {
      return known;
    }
    if (OutOfMemory.in(failure).isPresent()) {
      return new ExportException(
          FailureReason.OUT_OF_MEMORY_WHILE_COMPLETING,
          "There was not enough memory while %s was completing the output.".formatted(format),
          failure);
    }
    return failure instanceof IOException told
        ? told(FailureReason.OUTPUT_UNCERTAIN, told)
        : unexpected(
            FailureReason.OUTPUT_UNCERTAIN_AS_FORMAT_FAILED,
            format,
            SinkCall.committing(),
            failure);
  }

  private static ExportException unexpected(
      FailureReason reason, String format, SinkCall call, Throwable failure) {
    return new ExportException(
        reason,
        "The output could not be written, because %s failed in an unexpected way while it was %s."
            .formatted(format, call.doing()),
        failure);
  }

  /**
   * The run had to end while a sink was completing its output elsewhere, or closing it afterwards.
   */
  static ExportException inCommit(String format, boolean committed, Throwable where) {
    return new ExportException(
        FailureReason.OUTPUT_UNCERTAIN,
        (committed
                ? "The output was completed, but %s was still closing it when the run had to end."
                : "The run had to end while %s was completing the output.")
            .formatted(format),
        where);
  }

  /** A sink that completes its output elsewhere did so, but could then not be closed. */
  static ExportException afterCommit(String format, Throwable failure) {
    if (OutOfMemory.in(failure).isPresent()) {
      return new ExportException(
          FailureReason.OUT_OF_MEMORY_WHILE_COMPLETING,
          "The output was completed, but there was not enough memory when %s closed it."
              .formatted(format),
          failure);
    }
    return new ExportException(
        FailureReason.OUTPUT_UNCERTAIN,
        "The output was completed, but %s failed when it closed it%s."
            .formatted(format, ownWords(failure)),
        failure);
  }

  /** What the format itself said, before a destination put it into sentences. */
  private static String ownWords(Throwable failure) {
    Throwable own = failure.getCause() instanceof IOException cause ? cause : failure;
    String message = own instanceof IOException ? own.getMessage() : null;
    return message == null || message.isBlank()
        ? ""
        : ": \"%s\"".formatted(CleanText.of(message, MOST_CHARACTERS));
  }

  static ExportException whilePublishing(IOException failure) {
    return told(FailureReason.OUTPUT_UNUSABLE, failure);
  }

  /**
   * A destination reports its failures, and those of its sink, in sentences.
   *
   * @param otherwise the reason of one that does not say why
   */
  private static ExportException told(FailureReason otherwise, IOException failure) {
    if (failure instanceof OutputException told) {
      return new ExportException(told.failure(), failure);
    }
    String message = failure.getMessage();
    return new ExportException(
        otherwise,
        message == null || message.isBlank() ? "The output could not be written." : message,
        failure);
  }
}
