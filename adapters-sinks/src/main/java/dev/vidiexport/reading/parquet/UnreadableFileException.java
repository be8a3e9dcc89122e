package dev.vidiexport.reading.parquet;

/** Says why a file cannot be read; whoever knows its name says that, too. */
final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message is a clause: {@code a page does not have the checksum that it should have}. */
  UnreadableFileException(String message) {
    super(message);
  }
}
