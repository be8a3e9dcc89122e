package dev.vidiexport.app.cli;

import dev.vidiexport.app.cli.prepared.PreparedCommands;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads the annotations of every command into a resource. The build runs it as soon as the classes
 * are compiled.
 */
public final class PreparedCommandWriter {
  private PreparedCommandWriter() {}

  /** Writes the resources below a folder: the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    System.setProperty("vidiexport.command", PrerenderedHelp.PROGRAM);
    try {
      PreparedCommands.write(classes, CommandSpec.forAnnotatedObject(new RootCommand()));
      for (String name : CommandFactory.NAMES) {
        Command command = CommandFactory.make(name, PrerenderedHelpWriter.silent());
        PreparedCommands.write(classes, CommandSpec.forAnnotatedObject(command));
      }
    } finally {
      // The process may be the build's own, which renders helps after this.
      System.clearProperty("vidiexport.command");
    }
  }
}
