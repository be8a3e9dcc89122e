package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.util.function.BooleanSupplier;

/** How a call ends that was cancelled. */
final class Cancellation {
  private Cancellation() {}

  static ExportException exception() {
    return new ExportException(FailureKind.CANCELLED, "The run was interrupted.");
  }

  static void check(BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw exception();
    }
  }
}
