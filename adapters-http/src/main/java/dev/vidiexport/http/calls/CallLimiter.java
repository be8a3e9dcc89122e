package dev.vidiexport.http.calls;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;

/**
 * Where all calls of a session come together: the limits of the service. Each port has an admission
 * of its own to them. Thread-safe.
 */
public final class CallLimiter {
  private final Quota quota;

  public CallLimiter(Quota quota) {
    this.quota = quota;
  }

  public ServiceLimits limits() {
    return quota.limits();
  }

  /**
   * An admission for somebody who makes one call at a time.
   *
   * @param pacer the time by which it waits for room
   * @param listener is told of what makes it wait
   * @param closeIdleConnections closes every connection that serves no call
   */
  public CallAdmission admission(
      Pacer pacer, CallListener listener, Runnable closeIdleConnections) {
    return new CallAdmission(quota.claim(), quota.limits(), pacer, listener, closeIdleConnections);
  }

  /** Gives up all that was taken of the limits. */
  public void close() {
    quota.close();
  }
}
