package dev.vidiexport.app.manual;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that there is to be told of the program: the one model of which every page and every script
 * is made.
 *
 * @param program the program itself, with the options that may precede a command
 * @param commands its commands, in the order of the help
 * @param sinkOptions the options of the built-in formats
 */
public record ProgramModel(
    CommandModel program, List<CommandModel> commands, List<SinkOptionModel> sinkOptions) {
  public ProgramModel {
    commands = List.copyOf(commands);
    sinkOptions = List.copyOf(sinkOptions);
  }

  /** The program itself, and its commands. */
  public Stream<CommandModel> all() {
    return Stream.concat(Stream.of(program), commands.stream());
  }

  /**
   * An option of a built-in format.
   *
   * @param values the words that it takes; empty where it takes others
   */
  public record SinkOptionModel(String format, String key, List<String> values) {
    public SinkOptionModel {
      values = List.copyOf(values);
    }
  }
}
