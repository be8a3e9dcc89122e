package dev.vidiexport.http.calls;

import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.TroubleException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import okhttp3.Protocol;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Response;

/**
 * A call whose answer has begun. Closing it gives up the connection, also in the middle of a body.
 */
public final class OpenCall<T> implements AutoCloseable {
  private final Call<T> call;
  private final Response<T> response;
  private final NetworkFailures failures;
  private final CallClock clock;
  private final CallAdmission admission;
  private final BooleanSupplier cancelled;
  private boolean readToItsEnd;

  OpenCall(
      Call<T> call,
      Response<T> response,
      NetworkFailures failures,
      CallClock clock,
      CallAdmission admission,
      BooleanSupplier cancelled) {
    this.call = call;
    this.response = response;
    this.failures = failures;
    this.clock = clock;
    this.admission = admission;
    this.cancelled = cancelled;
  }

  public Response<T> response() {
    return response;
  }

  /**
   * Returns normally if the status is that of an answer.
   *
   * @throws TroubleException where another try may go better; after too many calls the other runs
   *     of this user slow down as well
   */
  public void check(StatusCheck statuses) throws TroubleException {
    try {
      statuses.check(response);
    } catch (TroubleException exception) {
      if (exception.trouble().kind() == Trouble.Kind.RATE_LIMITED) {
        admission.slowDown(exception.trouble().retryAfter());
      }
      throw exception;
    }
  }

  /**
   * Leaves it to the socket alone to notice when nothing more of the body arrives. It does so
   * anyway, after the same time; OkHttp watches, too, and wakes a thread of its own for every 8
   * KiB. In HTTP/2, where the answers share a socket, it still does.
   */
  public void leaveIdlenessToTheSocket() {
    if (response.raw().protocol() == Protocol.HTTP_1_1
        && response.body() instanceof ResponseBody body) {
      body.source().timeout().clearTimeout();
    }
  }

  /** The body was read to its end, so that the connection can serve the next call. */
  public void markReadToItsEnd() {
    readToItsEnd = true;
  }

  /**
   * What it means that the body ended before its end.
   *
   * @throws dev.vidiexport.domain.failure.ExportException {@code CANCELLED} when that is why
   */
  public TroubleException cut(IOException failure, long bodyBytes) {
    CancelledCall.check(cancelled);
    return new TroubleException(
        failures.withinAnswer(failure, bodyBytes, clock.isTimeOver()), failure);
  }

  @Override
  public void close() {
    if (!readToItsEnd) {
      // Closing alone would first try to read what is left.
      call.cancel();
    }
    if (response.body() instanceof ResponseBody body) {
      body.close();
    }
  }

  /**
   * How long a call has been under way.
   *
   * @param time passes while the call does
   * @param begin when it began, by that time
   * @param most how long it may take
   */
  record CallClock(Pacer time, Duration begin, Duration most) {
    static CallClock start(Pacer time, Duration most) {
      return new CallClock(time, time.elapsed(), most);
    }

    Duration elapsed() {
      return time.elapsed().minus(begin);
    }

    boolean isTimeOver() {
      return elapsed().compareTo(most) >= 0;
    }
  }
}
