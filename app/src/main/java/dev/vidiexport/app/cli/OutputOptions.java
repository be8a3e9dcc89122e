package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.export.ChosenOutput;
import dev.vidiexport.app.plugins.SinkRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about the output of a command that writes rows. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTPUT",
      description = "A file, the address of a database, or - for standard output. Required.")
  private @Nullable String output;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "One that vidiexport sinks lists. By default the output's extension decides.")
  private @Nullable String format;

  @Option(
      names = "--sink-option",
      paramLabel = "KEY=VALUE",
      description = "An option of the format.")
  private List<String> sinkOptions = new ArrayList<>();

  @Option(names = "--overwrite", description = "Replace an existing file.")
  private boolean overwrite;

  @Option(
      names = "--staging",
      paramLabel = "DIR",
      description = "Where standard output is staged; the folder for temporary files by default.")
  private @Nullable String staging;

  /** The output; empty where anything about it is wrong, which is noted. */
  Optional<ChosenOutput> read(SinkRegistry sinks, CommandLineProblems problems) {
    return new OutputReader(sinks, problems).read(output, format, sinkOptions, overwrite, staging);
  }
}
