package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandException;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ExitCode;
import dev.vidiexport.app.console.ShellWord;
import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.skeleton.SinkProject;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code sinks --new NAME DIR}: starts a sink of the user's own.
 *
 * @param words what followed the option
 */
record NewSink(List<String> words, Console console) {
  private static final String OPTION = "--new";
  private static final int NAME_AND_FOLDER = 2;
  private static final int MOST_CHARACTERS = 500;

  /**
   * Writes the project and says what to do next.
   *
   * @return the exit code
   */
  int run(SinkRegistry registry, boolean json, CommandLineProblems problems) {
    if (json) {
      problems.add("--new and --json contradict each other.");
    }
    if (words.size() != NAME_AND_FOLDER) {
      problems.add(
          words.size() < NAME_AND_FOLDER
              ? "--new needs a name and a folder."
              : "--new is given more than once.");
      problems.throwIfAny();
    }
    String name = words.get(0);
    Optional<SinkProject> project =
        problems.read(OPTION, () -> new SinkProject(name, ProgramVersion.current()));
    registry
        .find(name)
        .ifPresent(
            taken ->
                problems.add(
                    "--new must be followed by the name of a new format, but %s already exists in %s."
                        .formatted(name, taken.jar())));
    Optional<Path> folder = problems.read(OPTION, () -> SinkProject.folder(words.get(1)));
    problems.throwIfAny();
    write(project.orElseThrow(), folder.orElseThrow());
    return ExitCode.DONE;
  }

  private void write(SinkProject project, Path folder) {
    try {
      project.writeTo(folder);
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.OUTPUT,
          "Cannot write the project into %s: %s. Choose another folder."
              .formatted(CleanText.of(folder.toString(), MOST_CHARACTERS), reason(failure)),
          failure);
    }
    console.out().println(nextSteps(project, folder));
  }

  private static String reason(IOException failure) {
    return CleanText.of(FileSystemReason.of(failure, "a file is in the way"), MOST_CHARACTERS);
  }

  private static String nextSteps(SinkProject project, Path folder) {
    String program = System.getProperty("vidiexport.command", "vidiexport");
    return """
    Wrote the project of a sink for the format %s into %s. Next:

    1. In a checkout of vidiexport %s, once, so that Maven finds what it compiles against:
         mvn install -DskipTests -DskipITs
    2. Compile it, run the kit and pack the jar:
         mvn -f %s verify
    3. Give it a folder that only you can write to:
         mkdir -m 700 plugins && cp %s plugins
    4. See it, and export with it:
         %s sinks --plugins plugins
         %s export --plugins plugins --data-type viewers --time-resolution 1h \\
           --locations ID --start 2016-04-29T10:00:00 --end 2016-04-29T11:00:00 -o rows.%s"""
        .formatted(
            project.format(),
            CleanText.of(folder.toString(), MOST_CHARACTERS),
            project.version(),
            ShellWord.of(folder.resolve("pom.xml").toString()),
            ShellWord.of(folder.resolve(project.jar()).toString()),
            program,
            program,
            project.format());
  }
}
