package dev.vidiexport.app.plugins;

import dev.vidiexport.domain.text.CleanText;
import java.util.Optional;

/**
 * A plugin, or a sink, that was found and is left out.
 *
 * @param line a sentence for the user that names it, its jar and the reason
 * @param cause what was thrown, for those who make plugins
 */
public record SkippedPlugin(String line, Optional<Throwable> cause) {
  private static final int MOST_CHARACTERS = 500;

  /**
   * Leaves something out.
   *
   * @param what what it is: {@code the plugin x.jar}
   */
  static SkippedPlugin of(String what, UnusablePluginException problem) {
    return new SkippedPlugin(line(what, problem.reason()), Optional.ofNullable(problem.getCause()));
  }

  /** Leaves something out for a reason that nothing thrown has told. */
  static SkippedPlugin of(String what, String reason) {
    return new SkippedPlugin(line(what, reason), Optional.empty());
  }

  private static String line(String what, String reason) {
    String text = CleanText.of("Skipped %s: %s".formatted(what, reason), MOST_CHARACTERS);
    return text.endsWith(".") ? text : text + ".";
  }
}
