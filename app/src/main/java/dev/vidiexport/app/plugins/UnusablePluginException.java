package dev.vidiexport.app.plugins;

import org.jspecify.annotations.Nullable;

/** Says why a plugin, or one of its sinks, is left out: a clause for the user. */
final class UnusablePluginException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusablePluginException(String reason) {
    this(reason, null);
  }

  UnusablePluginException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  /** The clause. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
