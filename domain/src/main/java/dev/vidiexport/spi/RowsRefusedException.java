package dev.vidiexport.spi;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown where rows can never be kept as they are: a text with a character that the database does
 * not know, a name that is too long for it. For a history, other slices go on.
 *
 * @since 0.1.0
 */
public final class RowsRefusedException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Rows that cannot be kept.
   *
   * @param message what cannot be kept, and where it stands, for the user
   */
  public RowsRefusedException(String message) {
    super(message);
  }

  /**
   * Rows that cannot be kept, as a database says.
   *
   * @param message what cannot be kept, and where it stands, for the user
   * @param cause what a library said
   */
  public RowsRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
