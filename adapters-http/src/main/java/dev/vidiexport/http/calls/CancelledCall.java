package dev.vidiexport.http.calls;

import dev.vidiexport.domain.failure.ExportException;
import java.util.function.BooleanSupplier;

/** Ends a call that was cancelled. */
final class CancelledCall {
  private CancelledCall() {}

  static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw ExportException.cancelled();
    }
  }
}
