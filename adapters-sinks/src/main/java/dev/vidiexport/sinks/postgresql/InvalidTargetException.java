package dev.vidiexport.sinks.postgresql;

import java.io.Serial;

/**
 * What was written about the server or the table is no good; the message says why, in a sentence.
 */
final class InvalidTargetException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String sentence;

  InvalidTargetException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  InvalidTargetException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
