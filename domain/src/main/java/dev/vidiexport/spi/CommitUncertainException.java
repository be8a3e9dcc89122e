package dev.vidiexport.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown by {@link Sink#commit} of a sink of kind {@link TargetKind#EXTERNAL}, and by {@link
 * SliceSink#publish} and {@link SliceWriter#remove}, where nobody knows whether the rows are there:
 * a server did not answer to its COMMIT. The user is told to look; of a history the next run finds
 * out.
 *
 * @since 0.1.0
 */
public final class CommitUncertainException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A commit with an open end.
   *
   * @param clause what happened, for the user, without a full stop
   * @param cause what a library said
   */
  public CommitUncertainException(String clause, Throwable cause) {
    super(clause, cause);
  }
}
