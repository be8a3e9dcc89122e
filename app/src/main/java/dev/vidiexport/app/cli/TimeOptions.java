package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.DurationOption;
import dev.vidiexport.app.console.Problems;
import java.time.Duration;
import java.util.Optional;

/** Reads the options that are durations. */
final class TimeOptions {
  private TimeOptions() {}

  static Optional<Duration> read(String option, String text, Problems problems) {
    return problems.read(option, () -> DurationOption.parse(text));
  }
}
