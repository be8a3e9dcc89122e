package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.body.Shape;
import dev.vidiexport.app.bench.child.EmptyProgram;
import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Command lines of which most of the time is the start. Immutable.
 *
 * @param output what the export of the example writes
 * @param address where the example's answer is ready at once
 */
record ShortCommands(Path output, String address) {
  static final String NOTHING = "empty program";
  static final String HELP = "--help";
  static final String VERSION = "--version";
  static final String SINKS = "sinks";
  static final String EXAMPLE = "export of the example";

  /**
   * All of them.
   *
   * @param java what runs the empty program
   * @param start how the others are started
   */
  Map<String, ProcessCommand> all(JavaRuntime java, ProgramStart start) {
    Map<String, ProcessCommand> commands = new LinkedHashMap<>();
    commands.put(NOTHING, java.main(EmptyProgram.class, List.of()));
    for (String word : List.of(HELP, VERSION, SINKS)) {
      commands.put(word, start.command(Map.of(), List.of(word)));
    }
    commands.put(EXAMPLE, Exports.command(start, address, Shape.REGULAR.options(), output));
    return commands;
  }

  /** Makes way for the next export. */
  void clear() throws IOException {
    Files.deleteIfExists(output);
    Exports.forgetCalls(output);
  }
}
