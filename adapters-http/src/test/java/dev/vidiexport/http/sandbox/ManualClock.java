package dev.vidiexport.http.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class ManualClock implements InstantSource {
  private volatile Instant now = Instant.parse("2016-08-25T15:22:35Z");

  @Override
  public Instant instant() {
    return now;
  }

  void forward(Duration duration) {
    now = now.plus(duration);
  }
}
