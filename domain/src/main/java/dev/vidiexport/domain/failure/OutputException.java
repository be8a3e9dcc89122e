package dev.vidiexport.domain.failure;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/**
 * An output cannot be written, and it is known why. For those who must throw an {@code
 * IOException}, because code of others stands between them and whoever ends the run.
 */
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /**
   * Tells what nobody reported.
   *
   * @param failure that of the output, or of rows that it cannot keep
   */
  public OutputException(Failure failure) {
    super(failure.message());
    this.failure = requireNonNull(failure, "failure must not be null");
  }

  /**
   * Tells what somebody reported.
   *
   * @param failure that of the output, or of rows that it cannot keep
   * @param cause what the file system or the format reported
   */
  public OutputException(Failure failure, IOException cause) {
    super(failure.message(), cause);
    this.failure = requireNonNull(failure, "failure must not be null");
  }

  /** Why the output cannot be written. */
  public Failure failure() {
    return failure;
  }
}
