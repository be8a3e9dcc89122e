package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in sentences what picocli found wrong with a command line. */
final class ParseProblems {
  private ParseProblems() {}

  static void collect(ParseResult parsed, CommandLineProblems problems) {
    for (Exception error : parsed.errors()) {
      add(error, parsed, problems);
    }
    if (parsed.hasSubcommand()) {
      collect(parsed.subcommand(), problems);
    }
  }

  private static void add(Exception error, ParseResult level, CommandLineProblems problems) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      addUnknown(unmatched.getUnmatched(), level, problems);
    } else if (error instanceof OverwrittenOptionException overwritten) {
      problems.add(name(overwritten.getOverwritten()) + " is given more than once.");
    } else if (error instanceof MissingParameterException missing) {
      missing.getMissing().forEach(argument -> problems.add(name(argument) + " needs a value."));
    } else {
      problems.add(String.valueOf(error.getMessage()));
    }
  }

  /** What follows an unknown option is probably its value, and not a problem of its own. */
  private static void addUnknown(
      List<String> words, ParseResult level, CommandLineProblems problems) {
    boolean behindOption = false;
    for (String word : words) {
      if (isOption(word) || !behindOption) {
        addUnknown(word, level, problems);
      }
      behindOption = isOption(word);
    }
  }

  private static void addUnknown(String word, ParseResult level, CommandLineProblems problems) {
    int equals = word.indexOf('=');
    String bare = isOption(word) && equals > 0 ? word.substring(0, equals) : word;
    Optional<String> meant = SpellingSuggestion.nearest(bare, candidates(isOption(word), level));
    problems.add(
        "%s \"%s\".%s"
            .formatted(
                what(word, level), bare, meant.map(SpellingSuggestion::asQuestion).orElse("")));
    meant
        .filter(nearest -> isOption(nearest) && !level.hasMatchedOption(nearest))
        .map(level.commandSpec()::findOption)
        .ifPresent(option -> problems.misspelt(option.longestName()));
  }

  private static String what(String word, ParseResult level) {
    if (isOption(word)) {
      return "Unknown option";
    }
    return level.commandSpec().parent() == null ? "Unknown command" : "Unknown argument";
  }

  private static boolean isOption(String word) {
    return word.startsWith("-") && word.length() > 1;
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static List<String> candidates(boolean options, ParseResult level) {
    return List.copyOf(
        options
            ? level.commandSpec().optionsMap().keySet()
            : level.commandSpec().subcommands().keySet());
  }
}
