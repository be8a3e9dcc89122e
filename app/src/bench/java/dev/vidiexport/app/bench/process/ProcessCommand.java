package dev.vidiexport.app.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to be run. Immutable.
 *
 * @param words the program and its arguments
 * @param variables what its environment has besides that of this process
 * @param output the file that is its standard output; nobody reads it otherwise
 */
public record ProcessCommand(
    List<String> words, Map<String, String> variables, Optional<Path> output) {
  /** Keeps copies. */
  public ProcessCommand {
    words = List.copyOf(words);
    variables = Map.copyOf(variables);
  }

  /** A command with the environment of this process. */
  public static ProcessCommand of(String... words) {
    return new ProcessCommand(List.of(words), Map.of(), Optional.empty());
  }

  /** The same with its standard output in a file. */
  public ProcessCommand writing(Path file) {
    return new ProcessCommand(words, variables, Optional.of(file));
  }

  /** The same, started by another program. */
  ProcessCommand behind(List<String> launcher) {
    List<String> all = new ArrayList<>(launcher);
    all.addAll(words);
    return new ProcessCommand(all, variables, output);
  }
}
