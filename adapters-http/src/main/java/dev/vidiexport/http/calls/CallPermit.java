package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Permits one request, once, and records how far it got. {@link CallAdmission} issues it when the
 * limits of the service leave room; it travels with the call as its tag. A request that has none,
 * or one that is used up, gets no connection and is not sent, whoever made it. Thread-safe.
 */
public final class CallPermit {
  private enum State {
    ROOM_TAKEN,
    SENT,
    OVER
  }

  /** Below the calls and above the connections: no socket is opened without room for a call. */
  public static final Interceptor BEFORE_CONNECTING =
      chain -> {
        of(chain.request()).requireUnused();
        return chain.proceed(chain.request());
      };

  /**
   * The last step before sending, on an established connection, as a network interceptor: it also
   * stops what OkHttp would send a second time by itself.
   */
  public static final Interceptor BEFORE_SENDING =
      chain -> {
        of(chain.request()).markSent();
        return chain.proceed(chain.request());
      };

  /** For calls that are described and never made. */
  public static final CallPermit NOWHERE = ended();

  private final Duration timeLeft;
  private State state = State.ROOM_TAKEN;
  private boolean sent;

  /**
   * The permit of a call for which there is room.
   *
   * @param timeLeft how long the call may take; positive
   */
  CallPermit(Duration timeLeft) {
    this.timeLeft = timeLeft;
  }

  private static CallPermit ended() {
    CallPermit permit = new CallPermit(Duration.ZERO);
    permit.end();
    return permit;
  }

  Duration timeLeft() {
    return timeLeft;
  }

  private static CallPermit of(Request request) {
    @Nullable CallPermit permit = request.tag(CallPermit.class);
    if (permit == null) {
      throw withoutRoom();
    }
    return permit;
  }

  /** The first byte of the request is about to be sent on an established connection. */
  synchronized void markSent() {
    requireUnused();
    state = State.SENT;
    sent = true;
  }

  private synchronized void requireUnused() {
    if (state != State.ROOM_TAKEN) {
      throw withoutRoom();
    }
  }

  /** The room that was taken for the call is given back; it cannot be sent any more. */
  synchronized void end() {
    state = State.OVER;
  }

  /** Whether the service may have seen the call. */
  synchronized boolean isSent() {
    return sent;
  }

  private static ExportException withoutRoom() {
    return ExportException.defect(
        "A call was about to be sent beyond the service's limits, and was stopped.");
  }
}
