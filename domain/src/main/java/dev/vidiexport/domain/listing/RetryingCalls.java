package dev.vidiexport.domain.listing;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.polling.PollState;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.ListingListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.TroubleException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks until there is an answer, and waits out trouble as an export does: each call goes through
 * the polling machine from its start, because an answer ends every series of failed calls.
 */
final class RetryingCalls {
  private final Pacer pacer;
  private final PollPolicy policy;
  private final ListingListener listener;
  private final Runnable resting;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean cancelled;

  /**
   * Makes no call yet.
   *
   * @param resting is run when no call is made for a while
   */
  RetryingCalls(Pacer pacer, PollPolicy policy, ListingListener listener, Runnable resting) {
    this.pacer = pacer;
    this.policy = policy;
    this.listener = listener;
    this.resting = resting;
  }

  /**
   * One call, which may meet trouble.
   *
   * @param <T> what its answer is
   */
  @FunctionalInterface
  interface Call<T> {
    T ask(Duration timeLeft) throws TroubleException;
  }

  /**
   * Makes a call until it is answered.
   *
   * @param needs a clause that says how many calls the whole takes, should the time be over
   * @throws ExportException when there will be no answer, or not in time
   */
  <T> T ask(Call<T> call, String needs) {
    PollState state = PollState.begin(policy, false);
    while (true) {
      checkCancelled();
      Duration timeLeft = policy.deadline().minus(pacer.elapsed());
      if (timeLeft.isNegative() || timeLeft.isZero()) {
        throw timeOver(state, needs);
      }
      try {
        calls.incrementAndGet();
        return call.ask(timeLeft);
      } catch (TroubleException exception) {
        Trouble trouble = exception.trouble();
        discount(trouble);
        checkCancelled();
        refuseEndWithoutTrouble(trouble, needs);
        state = state.onTrouble(trouble, pacer.elapsed());
        pause(state.fold(new PauseOrEnd(exception)), trouble);
      }
    }
  }

  /** A call that was certainly never sent to VidiCenter is not counted. */
  private void discount(Trouble trouble) {
    switch (trouble.kind()) {
      case NOT_DELIVERED, LIMITS_HELD -> calls.decrementAndGet();
      case RATE_LIMITED, UNANSWERED, CUT, STILL_COMING -> {}
    }
  }

  /** How many calls were sent so far. From any thread. */
  int calls() {
    return calls.get();
  }

  private void pause(Duration pause, Trouble trouble) {
    listener.onTrouble(trouble, pause);
    resting.run();
    pacer.pause(pause);
  }

  private ExportException timeOver(PollState state, String needs) {
    Duration elapsed = pacer.elapsed();
    if (state instanceof PollState.Troubled
        && state.onTimeOver(elapsed) instanceof PollState.Stopped stopped) {
      return new ExportException(stopped.failure());
    }
    return ListingStopReasons.timeOver(needs, elapsed);
  }

  /** The time is over, and the message of an export would not fit. */
  private void refuseEndWithoutTrouble(Trouble trouble, String needs) {
    if (trouble.kind() == Trouble.Kind.LIMITS_HELD) {
      throw ListingStopReasons.limitsHeld(needs, trouble, pacer.elapsed());
    }
    if (trouble.kind() == Trouble.Kind.STILL_COMING) {
      throw ListingStopReasons.stillComing(pacer.elapsed());
    }
  }

  private void checkCancelled() {
    if (cancelled) {
      throw ExportException.cancelled();
    }
  }

  void cancel() {
    cancelled = true;
  }

  /**
   * How long to wait after trouble, if another call is to be made.
   *
   * @param exception what the trouble was
   */
  private record PauseOrEnd(TroubleException exception) implements PollState.Cases<Duration> {
    @Override
    public Duration onGoing(PollState.Going state) {
      return state.pause();
    }

    @Override
    public Duration onComplete(PollState.Complete state) {
      throw new IllegalStateException("Trouble has completed a call", exception);
    }

    @Override
    public Duration onStopped(PollState.Stopped state) {
      throw new ExportException(state.failure(), exception);
    }
  }
}
