package dev.vidiexport.http;

/** How far one call got. Travels with the call as its tag; thread-safe. */
final class CallTrace {
  private volatile boolean sent;

  /** The first byte of the request is about to leave on a connection that stands. */
  void markSent() {
    sent = true;
  }

  /** Whether the service may have seen the call. */
  boolean isSent() {
    return sent;
  }
}
