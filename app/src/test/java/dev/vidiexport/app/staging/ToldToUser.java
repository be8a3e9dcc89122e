package dev.vidiexport.app.staging;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.OutputException;

/** What a user of the command line reads of a failure to write. */
final class ToldToUser {
  private ToldToUser() {}

  static String by(Throwable thrown) {
    return CommandLineAdvice.told(failure(thrown));
  }

  /** The same, where it is the report that could not be written. */
  static String ofReceipt(Throwable thrown) {
    return CommandLineAdvice.toldOfReceipt(failure(thrown));
  }

  private static Failure failure(Throwable thrown) {
    return thrown instanceof ExportException refused
        ? refused.failure()
        : ((OutputException) thrown).failure();
  }
}
