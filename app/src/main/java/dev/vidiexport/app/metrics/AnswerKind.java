package dev.vidiexport.app.metrics;

import java.util.OptionalInt;

/**
 * What a call was answered with, in as many kinds as whoever watches has to tell apart. There are
 * no more than these, so that no service makes more series of them.
 */
enum AnswerKind {
  DONE("200"),
  OTHER_SUCCESS("2xx"),
  REDIRECTED("3xx"),
  NOT_KNOWN("401"),
  NOT_ALLOWED("403"),
  NOT_FOUND("404"),
  TOO_SLOW("408"),
  TOO_MANY("429"),
  OTHER_REFUSAL("4xx"),
  FAILED("5xx"),
  NONE("none");

  private final String label;

  AnswerKind(String label) {
    this.label = label;
  }

  /** The value of the label {@code answer}. */
  String label() {
    return label;
  }

  /**
   * The kind of an answer.
   *
   * @param status the HTTP status; empty when no answer began
   */
  static AnswerKind of(OptionalInt status) {
    return status.isEmpty() ? NONE : of(status.getAsInt());
  }

  private static AnswerKind of(int status) {
    return switch (status) {
      case 200 -> DONE;
      case 401 -> NOT_KNOWN;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 408 -> TOO_SLOW;
      case 429 -> TOO_MANY;
      default -> ofHundred(status / 100);
    };
  }

  /** HTTP knows no others; what a broken server writes beyond them is no answer. */
  private static AnswerKind ofHundred(int hundred) {
    return switch (hundred) {
      case 2 -> OTHER_SUCCESS;
      case 3 -> REDIRECTED;
      case 4 -> OTHER_REFUSAL;
      case 5 -> FAILED;
      default -> NONE;
    };
  }
}
