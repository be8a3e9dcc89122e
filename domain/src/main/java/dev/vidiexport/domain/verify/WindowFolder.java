package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import java.util.Optional;

/** Names of the folders in which files of windows stand. */
final class WindowFolder {
  private WindowFolder() {}

  /** The window whose files stand in a folder of this name; empty where it is no such name. */
  static Optional<TimeWindow> window(String name) {
    int equals = name.indexOf('=');
    for (WindowLength length : WindowLength.values()) {
      if (equals > 0 && name.substring(0, equals).equals(length.partition())) {
        return WindowLabel.window(length, name.substring(equals + 1));
      }
    }
    return Optional.empty();
  }
}
