package dev.vidiexport.app.staging;

import dev.vidiexport.domain.failure.ExportException;
import java.util.Optional;

/** Whether a format could work here. */
public final class FormatTrial {
  private FormatTrial() {}

  /**
   * Asks a format, and changes nothing.
   *
   * @param purpose what it would write, for messages
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it could not
   */
  public static void of(ChosenSink format, String purpose) {
    format.check(Optional.empty(), OutputMessages.ofOutput(purpose));
  }
}
