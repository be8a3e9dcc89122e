package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.Problems;
import dev.vidiexport.domain.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in sentences what picocli found wrong with a command line. */
final class ParseProblems {
  private ParseProblems() {}

  static void collect(ParseResult parsed, Problems problems) {
    for (Exception error : parsed.errors()) {
      add(error, parsed, problems);
    }
    if (parsed.hasSubcommand()) {
      collect(parsed.subcommand(), problems);
    }
  }

  private static void add(Exception error, ParseResult level, Problems problems) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      unmatched.getUnmatched().forEach(word -> problems.add(unknown(word, level)));
    } else if (error instanceof OverwrittenOptionException overwritten) {
      problems.add(overwritten.getOverwritten().paramLabel() + " is given more than once.");
    } else if (error instanceof MissingParameterException missing) {
      missing.getMissing().forEach(argument -> problems.add(argument + " needs a value."));
    } else {
      problems.add(String.valueOf(error.getMessage()));
    }
  }

  private static String unknown(String word, ParseResult level) {
    boolean isOption = word.startsWith("-") && word.length() > 1;
    String bare = isOption && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    Optional<String> suggestion = Suggestion.nearest(bare, candidates(isOption, level));
    String what =
        isOption ? "Unknown option" : isRoot(level) ? "Unknown command" : "Unknown argument";
    return what
        + " \""
        + bare
        + "\"."
        + suggestion.map(nearest -> " Did you mean \"" + nearest + "\"?").orElse("");
  }

  private static boolean isRoot(ParseResult level) {
    return level.commandSpec().parent() == null;
  }

  private static List<String> candidates(boolean options, ParseResult level) {
    return options
        ? new ArrayList<>(level.commandSpec().optionsMap().keySet())
        : new ArrayList<>(level.commandSpec().subcommands().keySet());
  }
}
