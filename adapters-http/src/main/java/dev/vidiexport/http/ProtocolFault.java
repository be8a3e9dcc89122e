package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;

/** Words for answers that are not what the protocol allows. */
final class ProtocolFault {
  private ProtocolFault() {}

  /**
   * An answer that is not the protocol's.
   *
   * @param found what it has or is, as the rest of a sentence: {@code "holds no state"}
   */
  static ExportException of(String found) {
    return new ExportException(FailureKind.PROTOCOL_BROKEN, sentence(found));
  }

  static ExportException of(String found, Throwable cause) {
    return new ExportException(FailureKind.PROTOCOL_BROKEN, sentence(found), cause);
  }

  private static String sentence(String found) {
    return "VidiCenter's answer " + found + ".";
  }
}
