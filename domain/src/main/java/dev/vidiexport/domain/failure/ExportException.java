package dev.vidiexport.domain.failure;

import static java.util.Objects.requireNonNull;

/**
 * Ends a run for a reason that the user is told. Its message is for people: one sentence that says
 * what was wrong and with what, and where there is one, a second that says what to do. It holds no
 * secret, and text that came from outside has been cleaned of control characters.
 */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String INTERRUPTED = "The run was interrupted.";

  private final FailureKind kind;
  private final String message;

  public ExportException(FailureKind kind, String message) {
    super(message);
    this.message = requireNonNull(message, "message must not be null");
    this.kind = requireNonNull(kind, "kind must not be null");
  }

  public ExportException(FailureKind kind, String message, Throwable cause) {
    super(message, cause);
    this.message = requireNonNull(message, "message must not be null");
    this.kind = requireNonNull(kind, "kind must not be null");
  }

  /** The end of a run that was told to end. */
  public static ExportException cancelled() {
    return new ExportException(FailureKind.CANCELLED, INTERRUPTED);
  }

  /**
   * The same, with more to know.
   *
   * @param cause how the run came to know of it, or where it was
   */
  public static ExportException cancelled(Throwable cause) {
    return new ExportException(FailureKind.CANCELLED, INTERRUPTED, cause);
  }

  /**
   * The end of a run by a fault that nobody foresaw.
   *
   * @param fault what was thrown
   */
  public static ExportException defect(Throwable fault) {
    return new ExportException(
        FailureKind.DEFECT,
        fault instanceof OutOfMemoryError
            ? "There was not enough memory. Give Java more of it: java -Xmx512m -jar ..."
            : "This is a defect of vidiexport. Run it again with --verbose, and report what it says.",
        fault);
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** What kind of end this is; decides the exit code. */
  public FailureKind kind() {
    return kind;
  }
}
