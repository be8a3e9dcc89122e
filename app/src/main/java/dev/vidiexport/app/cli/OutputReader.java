package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.AddressScheme;
import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.arguments.SinkOptionValues;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.export.ChosenOutput;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.TargetKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was written about the output of a command, and notes all that is wrong with it. */
final class OutputReader {
  private final SinkRegistry sinks;
  private final CommandLineProblems problems;
  private Optional<String> output = Optional.empty();
  private Optional<String> fileName = Optional.empty();

  OutputReader(SinkRegistry sinks, CommandLineProblems problems) {
    this.sinks = sinks;
    this.problems = problems;
  }

  /**
   * The output; empty where anything about it is wrong.
   *
   * @param written the text of {@code --output}
   * @param format that of {@code --format}
   * @param writtenOptions those of the format, {@code key=value}
   */
  Optional<ChosenOutput> read(
      @Nullable String written,
      @Nullable String format,
      List<String> writtenOptions,
      boolean overwrite,
      @Nullable String writtenStaging) {
    int before = problems.all().size();
    output = output(written);
    Optional<FormatChoice> choice = output.flatMap(name -> choice(name, format, overwrite));
    fileName = output.map(name -> choice.map(chosen -> chosen.fileNamedBy(name)).orElse(name));
    Optional<SinkOptions> options =
        choice.flatMap(
            chosen -> SinkOptionValues.read(chosen.sink().provider(), writtenOptions, problems));
    requirePromisesKept(choice, options);
    checkTarget(choice, options);
    Optional<Path> staging = path("--staging", writtenStaging, problems);
    return problems.all().size() > before || options.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ChosenOutput(
                output.orElseThrow(), choice.orElseThrow(), options.get(), overwrite, staging));
  }

  /**
   * The name of the file that {@code --output} leads to, if it leads to one, whatever else is
   * wrong; empty where it is missing.
   */
  Optional<String> fileName() {
    return fileName;
  }

  private Optional<String> output(@Nullable String written) {
    if (written == null && problems.isMisspelt("--output")) {
      return Optional.empty();
    }
    if (written == null || written.isEmpty()) {
      problems.add("--output must name a file, or be - for standard output.");
      return Optional.empty();
    }
    return Optional.of(written);
  }

  private Optional<FormatChoice> choice(String name, @Nullable String format, boolean overwrite) {
    Optional<FormatChoice> choice = problems.read(() -> FormatChoice.of(sinks, format, name));
    boolean external = choice.filter(chosen -> chosen.kind() == TargetKind.EXTERNAL).isPresent();
    if (external && overwrite) {
      problems.add(
          "--overwrite is only for files; the format %s handles what already exists by itself."
              .formatted(choice.orElseThrow().sink().format()));
    } else if (!external) {
      path("--output", name, problems);
    }
    return choice;
  }

  private void checkTarget(Optional<FormatChoice> choice, Optional<SinkOptions> sinkOptions) {
    if (sinkOptions.isPresent()
        && choice.filter(chosen -> chosen.kind() == TargetKind.EXTERNAL).isPresent()) {
      choice
          .orElseThrow()
          .sink()
          .provider()
          .problemWithTarget(sinkOptions.get(), output.orElseThrow())
          .ifPresent(problems::add);
    }
  }

  private void requirePromisesKept(
      Optional<FormatChoice> choice, Optional<SinkOptions> sinkOptions) {
    if (output.isPresent() && choice.isPresent()) {
      problems.require(
          () -> choice.get().requirePromiseKept(sinks, sinkOptions, output.orElseThrow()));
    }
  }

  /** A path that an option names; empty where none is given, or it is noted as wrong. */
  static Optional<Path> path(String option, @Nullable String text, CommandLineProblems problems) {
    if (text == null) {
      return Optional.empty();
    }
    if (AddressScheme.ofAddress(text).isPresent()) {
      // It may hold a password, and is not shown.
      problems.add("%s must be a path, and no address.".formatted(option));
      return Optional.empty();
    }
    Optional<Path> path = text.isEmpty() ? Optional.empty() : path(text);
    if (path.isEmpty()) {
      problems.add(
          ("%s must be a path that is valid on this system, but was \"%s\". If it has characters"
                  + " beyond ASCII, set LC_ALL=C.UTF-8.")
              .formatted(option, text));
    }
    return path;
  }

  /** A text as a path, where it can be one. */
  static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
  }
}
