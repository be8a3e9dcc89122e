package dev.vidiexport.app.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What options are about: the one table from which helps, manual pages and completions take their
 * headings. It is looked at when a help is rendered, so that a run does not pay for it.
 */
public final class OptionGroups {
  /** Takes what the table does not name; a test sees to it that there is nothing. */
  public static final String OTHER = "Other options";

  private static final OptionGroup HISTORY =
      OptionGroup.of("History", "--config", "--export", "--start", "--end", "--as-of", "--offline");

  private static final OptionGroup OUTPUT =
      OptionGroup.of(
          "Output",
          "--output",
          "--format",
          "--sink-option",
          "--xlsx",
          "--overwrite",
          "--staging",
          "--json");

  /** Those of every command, behind its own; an option is in the first group that names it. */
  private static final List<OptionGroup> SHARED =
      List.of(
          HISTORY,
          OUTPUT,
          OptionGroup.of("Columns", "--with", "--time-zone", "--time-zones", "--dictionary"),
          OptionGroup.of("Watching", "--report", "--metrics-file"),
          OptionGroup.of(
              "Time and limits",
              "--timeout",
              "--max-duration",
              "--poll-interval",
              "--max-poll-interval",
              "--max-calls-per-minute",
              "--max-connections",
              "--max-exports",
              "--accept-row-limit"),
          OptionGroup.of("Connection", "--base-url", "--username", "--token-file"));

  private static final OptionGroup COMMON =
      OptionGroup.of(
          "Common options",
          "--plugins",
          "--quiet",
          "--verbose",
          "--log-format",
          "--help",
          "--version");

  private OptionGroups() {}

  /**
   * The options of a command by what they are about, each of them once.
   *
   * @return groups that are not empty; a last one but the common options, {@link #OTHER}, has what
   *     no group names
   */
  public static List<Options> of(CommandSpec command) {
    List<OptionSpec> left =
        new ArrayList<>(command.options().stream().filter(option -> !option.hidden()).toList());
    List<Options> groups = new ArrayList<>();
    table(command.name()).forEach(group -> take(group, left, groups));
    List<Options> common = new ArrayList<>();
    take(COMMON, left, common);
    if (!left.isEmpty()) {
      groups.add(new Options(OTHER, left));
    }
    groups.addAll(common);
    return groups;
  }

  private static void take(OptionGroup group, List<OptionSpec> left, List<Options> groups) {
    List<OptionSpec> taken =
        group.options().stream()
            .flatMap(name -> left.stream().filter(option -> hasName(option, name)))
            .toList();
    left.removeAll(taken);
    if (!taken.isEmpty()) {
      groups.add(new Options(group.heading(), taken));
    }
  }

  private static boolean hasName(OptionSpec option, String name) {
    return Arrays.asList(option.names()).contains(name);
  }

  private static Stream<OptionGroup> table(String command) {
    return Stream.concat(ofOnly(command).stream(), SHARED.stream());
  }

  private static List<OptionGroup> ofOnly(String command) {
    return switch (command) {
      case "export" -> CommandGroups.EXPORT;
      case "sync" -> CommandGroups.sync(HISTORY);
      case "status" -> CommandGroups.status(HISTORY);
      case "verify" -> CommandGroups.verify(HISTORY);
      case "report" -> CommandGroups.REPORT;
      case "sinks" -> CommandGroups.SINKS;
      case "init" -> CommandGroups.INIT;
      case "sandbox" -> CommandGroups.SANDBOX;
      default -> List.of();
    };
  }

  /**
   * Options of a command under one heading.
   *
   * @param heading what they are about
   * @param options at least one, in the order in which they are shown
   */
  public record Options(String heading, List<OptionSpec> options) {
    public Options {
      options = List.copyOf(options);
    }
  }
}
