package dev.vidiexport.domain.audience;

/**
 * There is no report of these rows, or none that would be right. The message is whole sentences.
 */
public final class UnreportableRowsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public UnreportableRowsException(String message) {
    super(message);
  }
}
