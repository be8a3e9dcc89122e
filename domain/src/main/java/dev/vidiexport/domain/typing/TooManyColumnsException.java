package dev.vidiexport.domain.typing;

/** Says that rows have more different keys, or longer ones, than this program takes. */
public final class TooManyColumnsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyColumnsException(String found) {
    super("the rows have " + found);
  }
}
