package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A way to start the packaged program. */
@FunctionalInterface
interface ProgramStart {
  /** By a Java runtime, as a jar. */
  static ProgramStart jar(JavaRuntime java, Path jar) {
    return (variables, arguments) -> java.jar(jar, variables, arguments);
  }

  /** Starts it. */
  ProcessCommand command(Map<String, String> variables, List<String> arguments);
}
