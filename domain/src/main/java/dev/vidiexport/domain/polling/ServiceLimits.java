package dev.vidiexport.domain.polling;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much VidiCenter takes from one user at a time (VidiCenter data export, Limits). Immutable.
 *
 * @param calls the most calls within any window; at least 1
 * @param rateWindow how long that window is; positive
 * @param connections the most connections open at the same time; at least 1
 * @param exports the most exports being built at the same time; at least 1
 */
public record ServiceLimits(int calls, Duration rateWindow, int connections, int exports) {
  public ServiceLimits {
    requireNonNull(rateWindow, "rateWindow must not be null");
    requireAtLeastOne("calls", calls);
    requireAtLeastOne("connections", connections);
    requireAtLeastOne("exports", exports);
    if (rateWindow.isNegative() || rateWindow.isZero()) {
      throw new IllegalArgumentException("rateWindow must be positive, but was " + rateWindow);
    }
  }

  /**
   * The limits that VidiCenter's documentation names: 50 calls a minute, 2 connections, 3 exports.
   */
  public static ServiceLimits documented() {
    return new ServiceLimits(50, Duration.ofMinutes(1), 2, 3);
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "%s must be at least 1, but was %s".formatted(name, value));
    }
  }
}
