package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.cli.prepared.PreparedCommands;
import dev.vidiexport.app.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Reads the annotations of every command into a resource, and renders every help into another. The
 * build runs it as soon as the classes are compiled.
 */
public final class CommandResourceWriter {
  private CommandResourceWriter() {}

  /** Writes the resources below a folder: the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    System.setProperty("vidiexport.command", PrerenderedHelp.PROGRAM);
    try {
      PreparedCommands.write(classes, CommandSpec.forAnnotatedObject(new RootCommand()));
      for (String name : CommandFactory.NAMES) {
        Command command = CommandFactory.make(name, silent());
        PreparedCommands.write(classes, CommandSpec.forAnnotatedObject(command));
      }
      PrerenderedHelpWriter.writeAll(classes, new ParsedCommandLine(silent()).parser());
    } finally {
      // The process may be the build's own, which runs more.
      System.clearProperty("vidiexport.command");
    }
  }

  /** For commands that are looked at: that asks nothing and says nothing. */
  static Console silent() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(nowhere, UTF_8));
    return new Console(
        Map.of(), InputStream.nullInputStream(), nowhere, writer, writer, false, false);
  }
}
