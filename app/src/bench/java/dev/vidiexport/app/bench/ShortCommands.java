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
record ShortCommands(Path jar, Path output, String address) {
  static final String NOTHING = "empty program";
  static final String HELP = "--help";
  static final String VERSION = "--version";
  static final String SINKS = "sinks";
  static final String EXAMPLE = "export of the example";

  Map<String, ProcessCommand> all(JavaRuntime java) {
    Map<String, ProcessCommand> commands = new LinkedHashMap<>();
    // An archive of other classes is no help to an empty program, so it always starts plainly.
    commands.put(
        NOTHING, new JavaRuntime(java.home(), List.of()).main(EmptyProgram.class, List.of()));
    for (String word : List.of(HELP, VERSION, SINKS)) {
      commands.put(word, java.jar(jar, Map.of(), List.of(word)));
    }
    commands.put(EXAMPLE, example(java));
    return commands;
  }

  ProcessCommand example(JavaRuntime java) {
    return Exports.command(java, jar, address, Shape.REGULAR.options(), output);
  }

  /** Makes way for the next export. */
  void clear() throws IOException {
    Files.deleteIfExists(output);
    Exports.forgetCalls(output);
  }
}
