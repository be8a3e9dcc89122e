package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.RemoteText;
import dev.vidiexport.http.calls.OpenCall.CallClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Makes the calls of one port, one at a time, each within its time; can be cancelled for good. */
public final class ServiceCalls {
  /** Far beyond any run, and within what nanoseconds can count. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final CallAdmission admission;
  private final NetworkFailures failures;
  private final RemoteText remoteText;
  private final CallListener listener;

  private final Object lock = new Object();
  private @Nullable Call<?> underWay;
  private boolean cancelled;

  public ServiceCalls(
      CallAdmission admission,
      NetworkFailures failures,
      RemoteText remoteText,
      CallListener listener) {
    this.admission = admission;
    this.failures = failures;
    this.remoteText = remoteText;
    this.listener = listener;
  }

  /**
   * Sends a call and waits for its answer to begin.
   *
   * @param asking makes the call, with the permit as its tag
   * @param mayBuild whether VidiCenter may start to build an export because of it
   * @param timeLeft how long the call may take as a whole, its body included
   * @throws TroubleException when no answer began
   */
  public <T> OpenCall<T> send(
      Function<CallPermit, Call<T>> asking, boolean mayBuild, Duration timeLeft)
      throws TroubleException {
    CallPermit permit = admission.enter(mayBuild, timeLeft, this::isCancelled);
    Duration left = permit.timeLeft();
    CallClock clock = admission.clock(left.compareTo(LONGEST) > 0 ? LONGEST : left);
    try {
      Call<T> call = asking.apply(permit);
      call.timeout().timeout(Math.max(1, clock.most().toNanos()), TimeUnit.NANOSECONDS);
      begin(call);
      return execute(call, permit, clock);
    } finally {
      admission.leave(permit);
    }
  }

  private <T> OpenCall<T> execute(Call<T> call, CallPermit permit, CallClock clock)
      throws TroubleException {
    try {
      Response<T> response = call.execute();
      tell(call, OptionalInt.of(response.code()), outcome(response), clock);
      OpenCall<T> open =
          new OpenCall<>(call, response, failures, clock, admission, this::isCancelled);
      if (isCancelled()) {
        open.close();
        throw ExportException.cancelled();
      }
      return open;
    } catch (IOException failure) {
      CancelledCall.check(this::isCancelled);
      Trouble trouble = failures.beforeAnswer(failure, permit.isSent(), clock.isTimeOver());
      tell(call, OptionalInt.empty(), trouble.reason(), clock);
      throw new TroubleException(trouble, failure);
    }
  }

  /**
   * Takes room for the next call, if there is any now.
   *
   * @param mayBuild whether VidiCenter may start to build an export because of it
   * @param spareCalls how many calls more there must be room for
   * @return empty when the room was taken; otherwise what is short
   */
  public Optional<LimitReached> reserve(boolean mayBuild, int spareCalls) {
    return admission.reserve(mayBuild, spareCalls);
  }

  /** No call follows for a while; from the thread that makes them. */
  public void rest() {
    admission.rest();
  }

  /** VidiCenter has nothing to build any more, as far as this caller knows. */
  public void endBuild() {
    admission.endBuild();
  }

  private String outcome(Response<?> response) {
    return remoteText.show((response.code() + " " + response.message()).strip(), 80);
  }

  private void tell(Call<?> call, OptionalInt status, String outcome, CallClock clock) {
    Request request = call.request();
    listener.onAnswer(status);
    listener.onCall(request.method(), request.url().toString(), outcome, clock.elapsed());
  }

  private void begin(Call<?> call) {
    synchronized (lock) {
      CancelledCall.check(() -> cancelled);
      underWay = call;
    }
  }

  /** Whether the calls were cancelled, or this thread was told to end. */
  private boolean isCancelled() {
    synchronized (lock) {
      return cancelled || Thread.currentThread().isInterrupted();
    }
  }

  /** Ends the call under way, if there is one, and every later one. From any thread. */
  public void cancel() {
    @Nullable Call<?> call;
    synchronized (lock) {
      cancelled = true;
      call = underWay;
    }
    if (call != null) {
      call.cancel();
    }
  }
}
