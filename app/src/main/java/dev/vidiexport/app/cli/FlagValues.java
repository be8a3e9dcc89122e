package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options that take no value, and were given one. An empty one is mostly that of a variable which
 * is not set, and picocli takes it for no value, or for yes.
 */
final class FlagValues {
  private FlagValues() {}

  /** Notes every such option that was given an empty value. */
  static void collect(ParseResult parsed, CommandLineProblems problems) {
    List<String> words = parsed.originalArgs();
    int end = words.indexOf("--");
    for (String word : end < 0 ? words : words.subList(0, end)) {
      if (word.startsWith("-") && word.endsWith("=")) {
        String name = word.substring(0, word.length() - 1);
        for (ParseResult level = parsed; level != null; level = below(level)) {
          OptionSpec option = level.commandSpec().findOption(name);
          if (option != null && isFlag(option)) {
            problems.add(problem(option, ""));
          }
        }
      }
    }
  }

  private static @Nullable ParseResult below(ParseResult level) {
    return level.hasSubcommand() ? level.subcommand() : null;
  }

  /** Whether an argument is an option that is only there or not. */
  static boolean isFlag(ArgSpec argument) {
    return argument instanceof OptionSpec option && option.arity().max() == 0;
  }

  /** What is wrong with a value of such an option. */
  static String problem(ArgSpec flag, String value) {
    return "%s takes no value, but was given \"%s\"."
        .formatted(((OptionSpec) flag).longestName(), value);
  }
}
