package dev.vidiexport.app.cli;

import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.arguments.SinkOptionValues;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.export.ExportSettings;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.spi.SinkOptions;
import dev.vidiexport.spi.TargetKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes settings of what was written behind {@code vidiexport export}, or tells all that is wrong.
 */
final class ExportSettingsReader {
  private final ExportOptions options;
  private final ConnectionOptions connection;
  private final Console console;
  private final SinkRegistry sinks;
  private final CommandLineProblems problems;
  private final DataCatalogue catalogue = DataCatalogue.documented();

  ExportSettingsReader(
      ExportOptions options,
      ConnectionOptions connection,
      Console console,
      SinkRegistry sinks,
      CommandLineProblems problems) {
    this.options = options;
    this.connection = connection;
    this.console = console;
    this.sinks = sinks;
    this.problems = problems;
  }

  /**
   * The settings.
   *
   * @throws dev.vidiexport.app.console.UsageException with all that is wrong, when anything is
   */
  ExportSettings read() {
    Optional<ExportRequest> request = RequestOptions.read(options, catalogue, problems);
    Optional<PollPolicy> policy =
        new PollPolicyOptions(
                options.pollInterval, options.maxPollInterval, options.timeout, problems)
            .read();
    Optional<String> output = output();
    Optional<FormatChoice> choice = output.flatMap(this::choice);
    Optional<SinkOptions> sinkOptions =
        choice.flatMap(
            chosen ->
                SinkOptionValues.read(chosen.sink().provider(), options.sinkOptions, problems));
    requirePromisesKept(output, choice, sinkOptions);
    Optional<Path> staging = path("--staging", options.staging);
    checkReceiptFile(output);
    checkProtectedFiles("--output", output);
    checkProtectedFiles("--report", Optional.ofNullable(options.receiptFile));
    Optional<BaseUrl> baseUrl = connection.baseUrl(console, problems);
    Optional<SessionSettings> session = session(baseUrl, policy.map(PollPolicy::deadline));
    problems.throwIfAny();
    return new ExportSettings(
        runSettings(request.orElseThrow(), policy.orElseThrow()),
        baseUrl.orElseThrow(),
        session,
        output.orElseThrow(),
        choice.orElseThrow(),
        sinkOptions.orElseThrow(),
        options.overwrite,
        staging,
        Optional.ofNullable(options.receiptFile));
  }

  /** A dry run needs nobody's credentials; limits and the way are checked all the same. */
  private Optional<SessionSettings> session(
      Optional<BaseUrl> baseUrl, Optional<Duration> timeLimit) {
    if (options.dryRun) {
      connection.limits(console, problems);
      connection.network(baseUrl, console, problems);
      return Optional.empty();
    }
    return connection.settings(baseUrl, timeLimit, console, problems);
  }

  private RunSettings runSettings(ExportRequest request, PollPolicy policy) {
    return new RunSettings(
        request,
        catalogue.columns(
            request.dataType(), request.timeResolution(), request.groupByDemographics()),
        options.forceRebuild,
        options.acceptRowLimit,
        policy,
        ProgramVersion.current());
  }

  private Optional<String> output() {
    if (options.output == null && problems.isMisspelt("--output")) {
      return Optional.empty();
    }
    if (options.output == null || options.output.isEmpty()) {
      problems.add("--output must name a file, or be - for standard output.");
      return Optional.empty();
    }
    return Optional.of(options.output);
  }

  private Optional<FormatChoice> choice(String output) {
    Optional<FormatChoice> choice =
        problems.read(() -> FormatChoice.of(sinks, options.format, output));
    boolean external = choice.filter(chosen -> chosen.kind() == TargetKind.EXTERNAL).isPresent();
    if (external && options.overwrite) {
      problems.add(
          "--overwrite is only for files; the format %s handles what already exists by itself."
              .formatted(choice.orElseThrow().sink().format()));
    } else if (!external) {
      path("--output", output);
    }
    return choice;
  }

  private void requirePromisesKept(
      Optional<String> output, Optional<FormatChoice> choice, Optional<SinkOptions> sinkOptions) {
    if (output.isPresent() && choice.isPresent()) {
      problems.require(
          () -> choice.get().requirePromiseKept(sinks, sinkOptions, output.orElseThrow()));
    }
  }

  private void checkReceiptFile(Optional<String> output) {
    String written = options.receiptFile;
    if (FormatChoice.STANDARD_OUTPUT.equals(written)) {
      problems.add(
          "--report must name a file, but was \"-\": standard output is only for data. Write ./-"
              + " for a file of that name.");
      return;
    }
    Optional<Path> receiptFile = path("--report", options.receiptFile);
    Optional<Path> file =
        output
            .filter(name -> !name.equals(FormatChoice.STANDARD_OUTPUT))
            .flatMap(ExportSettingsReader::path);
    if (receiptFile.isPresent()
        && file.map(ExportSettingsReader::absolute)
            .equals(receiptFile.map(ExportSettingsReader::absolute))) {
      problems.add(
          "--report and --output name the same file: \"%s\".".formatted(options.receiptFile));
    } else if (written != null) {
      problems.require(() -> FormatChoice.requireNameOfReport(sinks, written));
    }
  }

  private void checkProtectedFiles(String option, Optional<String> written) {
    written.ifPresent(
        file ->
            new ProtectedFiles(console, problems)
                .check(option, file, connection.tokenFile(), "--token-file"));
  }

  private Optional<Path> path(String option, @Nullable String text) {
    if (text == null) {
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

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
