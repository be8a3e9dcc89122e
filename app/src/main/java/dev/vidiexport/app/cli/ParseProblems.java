package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.domain.text.SpellingSuggestion;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in sentences what picocli found wrong with a command line. */
final class ParseProblems {
  private ParseProblems() {}

  static void collect(ParseResult parsed, CommandLineProblems problems) {
    for (Exception error : parsed.errors()) {
      add(error, parsed, problems);
    }
    addTypedOptions(parsed, problems);
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
      missing.getMissing().forEach(argument -> problems.add(missing(argument)));
    } else if (error instanceof ParameterException wrong
        && wrong.getArgSpec() != null
        && FlagValues.isFlag(wrong.getArgSpec())) {
      problems.add(FlagValues.problem(wrong.getArgSpec(), String.valueOf(wrong.getValue())));
    } else {
      problems.add(String.valueOf(error.getMessage()));
    }
  }

  /** What was meant as an option, and taken for an argument because of its dashes. */
  private static void addTypedOptions(ParseResult level, CommandLineProblems problems) {
    for (ArgSpec argument : level.matchedArgs()) {
      if (argument.isPositional()) {
        for (String word : argument.originalStringValues()) {
          TypedDashes.withHyphens(word)
              .filter(option -> level.commandSpec().findOption(option) != null)
              .ifPresent(option -> addUnknown(word, level, problems));
        }
      }
    }
  }

  /** What follows an unknown option is probably its value, and not a problem of its own. */
  private static void addUnknown(
      List<String> words, ParseResult level, CommandLineProblems problems) {
    boolean behindOption = false;
    for (String word : words) {
      if (isBehindTheLastOption(word, level)) {
        addBehindTheLastOption(word, level, problems);
      } else if (isOption(word) || !behindOption) {
        addUnknown(word, level, problems);
      }
      behindOption = isOption(word);
    }
  }

  private static void addUnknown(String word, ParseResult level, CommandLineProblems problems) {
    int equals = word.indexOf('=');
    String bare = isOption(word) && equals > 0 ? word.substring(0, equals) : word;
    Optional<String> meant =
        SpellingSuggestion.nearest(
                TypedDashes.withHyphens(bare).orElse(bare), candidates(isOption(word), level))
            .filter(nearest -> !nearest.equals(bare));
    problems.add(
        "%s \"%s\"%s.%s"
            .formatted(
                what(word, level),
                bare,
                isOption(word) ? TypedDashes.found(bare) : "",
                meant.map(SpellingSuggestion::asQuestion).orElse("")));
    meant
        .filter(nearest -> isOption(nearest) && !level.hasMatchedOption(nearest))
        .map(level.commandSpec()::findOption)
        .ifPresent(option -> problems.misspelt(option.longestName()));
  }

  /** Whether a word stands behind {@code --}, which ends the options. */
  private static boolean isBehindTheLastOption(String word, ParseResult level) {
    List<String> words = level.originalArgs();
    int end = words.indexOf("--");
    return end >= 0 && words.lastIndexOf(word) > end;
  }

  private static void addBehindTheLastOption(
      String word, ParseResult level, CommandLineProblems problems) {
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    problems.add(
        "Unknown argument \"%s\" after --, which ends the options.%s"
            .formatted(
                name,
                level.commandSpec().findOption(name) == null ? "" : " Write it before the --."));
  }

  private static String what(String word, ParseResult level) {
    if (isOption(word)) {
      return "Unknown option";
    }
    return level.commandSpec().parent() == null ? "Unknown command" : "Unknown argument";
  }

  private static boolean isOption(String word) {
    return (word.startsWith("-") && word.length() > 1) || TypedDashes.withHyphens(word).isPresent();
  }

  private static String missing(ArgSpec argument) {
    return argument.isPositional()
        ? "An argument is missing: %s.".formatted(argument.paramLabel())
        : name(argument) + " needs a value.";
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
