package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.console.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Renders every help into a resource. The build runs it as soon as the classes are compiled. */
public final class PrerenderedHelpWriter {
  private PrerenderedHelpWriter() {}

  /** Writes the resources below a folder: the only argument. */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[0]);
    System.setProperty("vidiexport.command", PrerenderedHelp.PROGRAM);
    try {
      writeAll(classes);
    } finally {
      // The process may be the build's own, which renders more.
      System.clearProperty("vidiexport.command");
    }
  }

  private static void writeAll(Path classes) throws IOException {
    CommandLine parser = new ParsedCommandLine(silent()).parser();
    write(classes, "", parser);
    for (Map.Entry<String, CommandLine> command : parser.getSubcommands().entrySet()) {
      write(classes, command.getKey(), command.getValue());
    }
  }

  private static void write(Path classes, String command, CommandLine parser) throws IOException {
    for (Ansi ansi : new Ansi[] {Ansi.OFF, Ansi.ON}) {
      Path file = classes.resolve(PrerenderedHelp.resource(command, ansi.enabled()));
      Files.createDirectories(file.getParent());
      Files.writeString(
          file, parser.getUsageMessage(ansi).replace(System.lineSeparator(), "\n"), UTF_8);
    }
  }

  /** Rendering a help asks nothing and says nothing. */
  static Console silent() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(nowhere, UTF_8));
    return new Console(
        Map.of(), InputStream.nullInputStream(), nowhere, writer, writer, false, false);
  }
}
