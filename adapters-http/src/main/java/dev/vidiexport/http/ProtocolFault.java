package dev.vidiexport.http;

import dev.vidiexport.domain.failure.BrokenProtocol;
import dev.vidiexport.domain.failure.ExportException;

/** Answers that are not what the protocol allows. */
final class ProtocolFault {
  private ProtocolFault() {}

  /**
   * An answer that is not the protocol's.
   *
   * @param found what it has or is, as the rest of a sentence: {@code "holds no state"}
   */
  static ExportException of(String found) {
    return BrokenProtocol.of(found);
  }

  static ExportException of(String found, Throwable cause) {
    return BrokenProtocol.of(found, cause);
  }

  /** An answer that VidiCenter probably did not send. */
  static ExportException ofStranger(String found) {
    return BrokenProtocol.of(found, "Check --base-url, and for a proxy or login page in between.");
  }
}
