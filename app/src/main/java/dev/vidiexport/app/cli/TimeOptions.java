package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.DurationOption;
import java.time.Duration;
import java.util.Optional;

/** Reads the options that are durations. */
final class TimeOptions {
  private TimeOptions() {}

  static Optional<Duration> read(String option, String text, CommandLineProblems problems) {
    return problems.read(option, () -> DurationOption.parse(text));
  }
}
