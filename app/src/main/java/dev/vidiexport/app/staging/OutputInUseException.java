package dev.vidiexport.app.staging;

import java.io.IOException;
import java.nio.file.Path;

/** Says that another run holds an output. Its message is a clause for people. */
final class OutputInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  private OutputInUseException(String message) {
    super(message);
  }

  /** A run that is known to be alive. */
  static OutputInUseException living() {
    return new OutputInUseException("another run is writing it");
  }

  /** A run of another user, into whose staging folder this one cannot look. */
  static OutputInUseException unknown(Path folder) {
    return new OutputInUseException(
        "another user's run is writing it, or was killed and left the folder " + folder);
  }
}
