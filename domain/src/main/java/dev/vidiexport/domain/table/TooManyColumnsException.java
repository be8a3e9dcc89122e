package dev.vidiexport.domain.table;

/** Says that rows have more different keys than this program takes. */
public final class TooManyColumnsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyColumnsException(int maxColumns) {
    super("the rows have more than " + maxColumns + " different keys");
  }
}
