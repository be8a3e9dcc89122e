package dev.vidiexport.app.staging;

import java.io.IOException;

/** A failure to write an output, already told in sentences for the user. */
final class OutputFailure extends IOException {
  private static final long serialVersionUID = 1L;

  OutputFailure(String message, IOException cause) {
    super(message, cause);
  }
}
