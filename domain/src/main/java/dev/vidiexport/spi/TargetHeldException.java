package dev.vidiexport.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown by {@link SliceTables} where another run is writing to the history.
 *
 * @since 0.1.0
 */
public final class TargetHeldException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * A history that somebody else is writing to.
   *
   * @param sentence who holds what, for the user, as far as that is known
   */
  public TargetHeldException(String sentence) {
    super(sentence);
  }
}
