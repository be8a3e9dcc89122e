package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Renders every help into a resource. */
final class PrerenderedHelpWriter {
  private PrerenderedHelpWriter() {}

  /** Writes the helps of the program and of its commands below the folder of the classes. */
  static void writeAll(Path classes, CommandLine program) throws IOException {
    write(classes, "", program);
    for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
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
}
