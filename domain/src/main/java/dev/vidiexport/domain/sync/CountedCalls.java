package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.port.CallListener;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what is told of calls, and counts them. Thread-safe. */
final class CountedCalls implements CallListener {
  private final CallListener listener;
  private final AtomicInteger calls = new AtomicInteger();

  CountedCalls(CallListener listener) {
    this.listener = listener;
  }

  @Override
  public void onCall(String method, String url, String outcome, Duration duration) {
    calls.incrementAndGet();
    listener.onCall(method, url, outcome, duration);
  }

  @Override
  public void onHeld(String reason) {
    listener.onHeld(reason);
  }

  @Override
  public void onAnswer(OptionalInt status) {
    listener.onAnswer(status);
  }

  @Override
  public void onWaited(Duration time) {
    listener.onWaited(time);
  }

  /** How many there were. */
  int count() {
    return calls.get();
  }
}
