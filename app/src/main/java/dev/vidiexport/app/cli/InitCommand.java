package dev.vidiexport.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.JsonOutput;
import dev.vidiexport.app.console.ShellWord;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.ProjectExample;
import dev.vidiexport.app.project.ProjectSchema;
import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.text.CleanText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a project file to begin with. */
@CommandLine.Command(
    name = "init",
    description = "Writes a project file to begin with: which histories are to be kept.",
    footer = {
      "",
      "Examples:",
      "  ${sys:vidiexport.command:-vidiexport} init",
      "  ${sys:vidiexport.command:-vidiexport} init --schema > vidiexport.schema.json"
    })
final class InitCommand implements Command {
  private static final int MOST_CHARACTERS = 500;

  private final Console console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The file to write; "
              + ProjectFileOption.USUAL_FILE
              + " by default. It must not exist yet.")
  private @Nullable String file;

  @Option(
      names = "--schema",
      description = "Write the JSON Schema of project files to standard output instead.")
  private boolean schema;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public int run(CommonOptions common, CommandLineProblems problems, UserMessages messages) {
    if (schema) {
      if (file != null) {
        problems.add("--schema writes to standard output, so no FILE can be given.");
      }
      SinkRegistry sinks = common.sinks(console, problems);
      problems.throwIfAny();
      console.out().println(JsonOutput.of(ProjectSchema.of(sinks)));
      return ExitCode.DONE;
    }
    String name = file == null ? ProjectFileOption.USUAL_FILE : file;
    problems.require(() -> requireFree(name));
    problems.throwIfAny();
    try {
      AtomicFile.of(name).create(ProjectExample.text().getBytes(UTF_8));
    } catch (ExportException refused) {
      throw new CommandException(
          ExitCode.of(refused.kind()), CommandLineAdvice.toldOfProject(refused.failure()), refused);
    }
    messages.note(nextSteps(name));
    return ExitCode.DONE;
  }

  private static void requireFree(String name) {
    try {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("FILE must name a file, but is empty.");
      }
      if (Files.exists(Path.of(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new IllegalArgumentException(
            "\"%s\" exists already. Remove it, or choose another FILE.".formatted(name));
      }
    } catch (InvalidPathException noPath) {
      throw new IllegalArgumentException(
          "FILE must be a path that is valid on this system, but was \"%s\".".formatted(name),
          noPath);
    }
  }

  private String nextSteps(String name) {
    boolean isFound =
        name.equals(ProjectFileOption.USUAL_FILE)
            && console.variable(ProjectFileOption.VARIABLE).isEmpty();
    String program = System.getProperty("vidiexport.command", "vidiexport");
    String config = isFound ? "" : " --config " + CleanText.of(ShellWord.of(name), MOST_CHARACTERS);
    return """
        Wrote %s. Next:

        1. Fill in its two lines that are marked with FILL IN.
        2. Put your token into the file that token_file names, or set VIDICENTER_TOKEN.
        3. See what would be asked for, then ask for it:
             %s plan%s
             %s sync%s"""
        .formatted(CleanText.of(name, MOST_CHARACTERS), program, config, program, config);
  }
}
