package dev.vidiexport.domain.failure;

/** The failure of a run by an answer that the protocol does not allow. */
public final class ProtocolViolation {
  private ProtocolViolation() {}

  /**
   * Such a failure.
   *
   * @param found what VidiCenter's answer has or is, as the rest of a sentence: {@code "contains no
   *     state"}
   */
  public static ExportException of(String found) {
    return of(FailureReason.ANSWER_BROKEN, found);
  }

  /** Such a failure, with what brought it to light. */
  public static ExportException of(String found, Throwable cause) {
    return of(FailureReason.ANSWER_BROKEN, found, cause);
  }

  /**
   * Such an end, of which more is known.
   *
   * @param reason of the kind {@code PROTOCOL_BROKEN}
   */
  public static ExportException of(FailureReason reason, String found) {
    return new ExportException(reason, sentence(found));
  }

  /** Such an end, of which more is known, and which something else brought to light. */
  public static ExportException of(FailureReason reason, String found, Throwable cause) {
    return new ExportException(reason, sentence(found), cause);
  }

  private static String sentence(String found) {
    return "VidiCenter's answer %s.".formatted(found);
  }
}
