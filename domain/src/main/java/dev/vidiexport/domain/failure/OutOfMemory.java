package dev.vidiexport.domain.failure;

import java.util.Optional;

/** Finds out whether something failed because the process had too little memory. */
public final class OutOfMemory {
  /** Far more causes than any failure has; one may lead in a circle. */
  private static final int MOST_CAUSES = 100;

  private OutOfMemory() {}

  /**
   * The failure of a run whose cause, or a cause of it, is too little memory.
   *
   * @param thrown what was thrown, by whatever code
   */
  public static Optional<ExportException> in(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return Optional.of(failure((OutOfMemoryError) cause, thrown));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** The JVM says it by the same error when it is threads that the system gives no more of. */
  private static ExportException failure(OutOfMemoryError error, Throwable thrown) {
    String message = error.getMessage();
    return message != null && message.contains("native thread")
        ? new ExportException(
            FailureReason.OUT_OF_THREADS,
            "There was not enough memory, or too many threads, to start another thread.",
            thrown)
        : new ExportException(FailureReason.OUT_OF_MEMORY, "There was not enough memory.", thrown);
  }
}
