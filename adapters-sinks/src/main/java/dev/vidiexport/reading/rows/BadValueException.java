package dev.vidiexport.reading.rows;

/** Says that a value does not fit its column; whoever knows the file and the place says so, too. */
public final class BadValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message continues {@code in row 7, column age,}: {@code "x" is not a whole number}. */
  public BadValueException(String message) {
    super(message, null, false, false);
  }
}
