package dev.vidiexport.domain.failure;

import static java.util.Objects.requireNonNull;

/** Ends a run for a reason that the user is told. Its message is that of its {@link Failure}. */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String DEFECT = "This is a defect of vidiexport.";

  private final transient Failure failure;

  public ExportException(Failure failure) {
    super(failure.message());
    this.failure = requireNonNull(failure, "failure must not be null");
  }

  public ExportException(Failure failure, Throwable cause) {
    super(failure.message(), cause);
    this.failure = requireNonNull(failure, "failure must not be null");
  }

  /** A failure whose reason speaks of no time. */
  public ExportException(FailureReason reason, String message) {
    this(new Failure(reason, message));
  }

  /** The same, with what brought it to light. */
  public ExportException(FailureReason reason, String message, Throwable cause) {
    this(new Failure(reason, message), cause);
  }

  /** The end of a run that was told to end. */
  public static ExportException cancelled() {
    return new ExportException(interrupted());
  }

  /**
   * The same, with more to know.
   *
   * @param cause how the run came to know of it, or where it was
   */
  public static ExportException cancelled(Throwable cause) {
    return new ExportException(interrupted(), cause);
  }

  private static Failure interrupted() {
    return new Failure(FailureReason.CANCELLED, "The run was interrupted.");
  }

  /**
   * The failure of a run by an unforeseen error.
   *
   * @param fault what was thrown
   */
  public static ExportException defect(Throwable fault) {
    return OutOfMemory.in(fault)
        .orElseGet(() -> new ExportException(FailureReason.DEFECT, DEFECT, fault));
  }

  /**
   * The end of a run by a fault that was stopped before it did harm.
   *
   * @param found what would have happened, as a sentence
   */
  public static ExportException defect(String found) {
    return new ExportException(FailureReason.DEFECT, found + " " + DEFECT);
  }

  @Override
  public String getMessage() {
    return failure.message();
  }

  /** What ended the run. */
  public Failure failure() {
    return failure;
  }

  /** Why the run ended; what comes next is decided by it. */
  public FailureReason reason() {
    return failure.reason();
  }

  /** What kind of end this is; decides the exit code. */
  public FailureKind kind() {
    return failure.reason().kind();
  }
}
