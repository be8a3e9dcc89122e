package dev.vidiexport.sinks.database;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown by a sink's {@code commit} where nobody knows whether the rows are there. Whatever else a
 * built-in sink throws from {@code commit} means that none of them is.
 */
public final class CommitUncertainException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A commit with an open end.
   *
   * @param clause what happened, for the user
   * @param cause what the driver said
   */
  public CommitUncertainException(String clause, Throwable cause) {
    super(clause, cause);
  }
}
