package dev.vidiexport.app.metrics;

import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.wiring.Wiring;
import java.time.Instant;
import java.util.Optional;

/** Runs that nobody asked for metrics of. */
public final class NoMetrics {
  private NoMetrics() {}

  /** Writes none. */
  public static RunRecorder recorder(Console console) {
    return new RunRecorder(
        Optional.empty(),
        console,
        UserMessages.of(console, UserMessages.Level.QUIET),
        () -> Instant.EPOCH,
        Wiring.pacer());
  }
}
