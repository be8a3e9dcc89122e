package dev.vidiexport.domain.table;

/** Says that a text holds half of a surrogate pair, which no output could carry. */
public final class NotUnicodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotUnicodeException() {
    super("a text contains an unpaired surrogate");
  }
}
