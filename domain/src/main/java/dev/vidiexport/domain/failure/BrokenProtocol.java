package dev.vidiexport.domain.failure;

/** The end of a run by an answer that is not what the protocol allows, in words. */
public final class BrokenProtocol {
  /** What a user can do about an answer that only VidiCenter can put right. */
  public static final String NEXT_STEP =
      "Report it to Quividi's support, with what --verbose says.";

  private BrokenProtocol() {}

  /**
   * Such an end.
   *
   * @param found what VidiCenter's answer has or is, as the rest of a sentence: {@code "holds no
   *     state"}
   */
  public static ExportException of(String found) {
    return of(found, NEXT_STEP);
  }

  /** Such an end, which something else brought to light. */
  public static ExportException of(String found, Throwable cause) {
    return new ExportException(FailureKind.PROTOCOL_BROKEN, sentences(found, NEXT_STEP), cause);
  }

  /**
   * Such an end, for which there is better advice.
   *
   * @param nextStep what to do, as a sentence
   */
  public static ExportException of(String found, String nextStep) {
    return new ExportException(FailureKind.PROTOCOL_BROKEN, sentences(found, nextStep));
  }

  private static String sentences(String found, String nextStep) {
    return "VidiCenter's answer %s. %s".formatted(found, nextStep);
  }
}
