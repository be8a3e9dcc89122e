package dev.vidiexport.app.cli.help;

import java.util.List;

/** The groups that one command has for itself, in front of those that commands share. */
final class CommandGroups {
  static final List<OptionGroup> EXPORT =
      List.of(
          OptionGroup.of(
              "What to export",
              "--data-type",
              "--time-resolution",
              "--start",
              "--end",
              "--group-by-demographics",
              "--content-ids",
              "--average-content-duration",
              "--extrapolation-amount"),
          OptionGroup.of(
              "Sources, at least one",
              "--locations",
              "--sites",
              "--locationgroups",
              "--sitegroups",
              "--location-tags",
              "--site-tags"),
          OptionGroup.of("How it is asked for", "--dry-run", "--force-rebuild", "--unchecked"));

  static final List<OptionGroup> REPORT =
      List.of(
          OptionGroup.of(
              "History", "--last", "--config", "--export", "--start", "--end", "--as-of"),
          OptionGroup.of("Files of rows", "--receipt", "--data-type", "--time-resolution"),
          OptionGroup.of(
              "Page", "--title", "--language", "--compare", "--place", "--combine", "--top"));

  static final List<OptionGroup> SINKS = List.of(OptionGroup.of("A sink of your own", "--new"));

  static final List<OptionGroup> INIT = List.of(OptionGroup.of("Output", "--schema"));

  static final List<OptionGroup> SANDBOX =
      List.of(
          OptionGroup.of("Service", "--port", "--build-time", "--no-limits"),
          OptionGroup.of(
              "Cameras",
              "--locations",
              "--seed",
              "--time-zones",
              "--late-uploads",
              "--camera-appears",
              "--camera-leaves",
              "--camera-renamed",
              "--camera-silent",
              "--camera-recounts",
              "--camera-forgets"),
          OptionGroup.of("Time", "--now", "--now-file"),
          OptionGroup.of(
              "Faults",
              "--fail",
              "--fail-above",
              "--refuse-above",
              "--refuse-above-sources",
              "--cut-at",
              "--drift-at",
              "--unknown-key",
              "--reset",
              "--expire-cache",
              "--status-only"));

  private CommandGroups() {}

  static List<OptionGroup> sync(OptionGroup history) {
    return List.of(
        history,
        OptionGroup.of(
            "What is asked for",
            "--oldest-first",
            "--no-wait",
            "--retry-refused",
            "--accept-loss"));
  }

  static List<OptionGroup> status(OptionGroup history) {
    return List.of(
        history, OptionGroup.of("What is enough", "--fail-under-coverage", "--fail-if-behind"));
  }

  static List<OptionGroup> verify(OptionGroup history) {
    return List.of(history, OptionGroup.of("What is compared", "--rows", "--part", "--repair"));
  }
}
