package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How long tests wait for what surely happens: no slow machine needs so long, only a program that
 * hangs.
 */
public final class WaitLimit {
  static final Duration FAR = Duration.ofMinutes(10);

  private WaitLimit() {}

  /** Waits until something has happened, and fails when it never does. */
  public static void await(CountDownLatch happened, String what) throws InterruptedException {
    assertThat(happened.await(FAR.toSeconds(), TimeUnit.SECONDS)).as(what).isTrue();
  }
}
