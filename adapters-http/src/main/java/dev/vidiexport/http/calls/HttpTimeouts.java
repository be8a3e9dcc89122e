package dev.vidiexport.http.calls;

import java.time.Duration;

/**
 * How long the steps of a call may take, each within the time that the call has as a whole.
 *
 * @param connect from the first packet to an established connection, TLS not included
 * @param idle between two pieces of an answer, and before its first
 */
public record HttpTimeouts(Duration connect, Duration idle) {
  public static final HttpTimeouts USUAL =
      new HttpTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
