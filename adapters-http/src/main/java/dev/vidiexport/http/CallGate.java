package dev.vidiexport.http;

import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;

/**
 * Where all calls of a user come together: the limits of the service, and the time by which to wait
 * for room in them. Each port goes through it on a lane of its own. Thread-safe.
 */
final class CallGate {
  private final Quota quota;
  private final Pacer pacer;

  CallGate(Quota quota, Pacer pacer) {
    this.quota = quota;
    this.pacer = pacer;
  }

  /**
   * A lane for somebody who makes one call at a time.
   *
   * @param listener is told of what makes it wait
   * @param closeIdleConnections closes every connection that serves no call
   */
  CallLane lane(CallListener listener, Runnable closeIdleConnections) {
    return new CallLane(quota.claim(), quota.limits(), pacer, listener, closeIdleConnections);
  }
}
