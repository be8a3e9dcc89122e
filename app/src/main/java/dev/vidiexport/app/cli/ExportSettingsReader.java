package dev.vidiexport.app.cli;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.arguments.FormatChoice;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.export.ChosenOutput;
import dev.vidiexport.app.export.DictionaryFile;
import dev.vidiexport.app.export.ExportSettings;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.wiring.SessionSettings;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.enrichment.RequestedAdditions;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.PollPolicy;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.http.BaseUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes settings of what was written behind {@code vidiexport export}, or tells all that is wrong.
 */
final class ExportSettingsReader {
  private final ExportOptions options;
  private final AdditionOptions additions;
  private final ConnectionOptions connection;
  private final Console console;
  private final SinkRegistry sinks;
  private final CommandLineProblems problems;
  private final DataCatalogue catalogue = DataCatalogue.documented();

  ExportSettingsReader(
      ExportOptions options,
      AdditionOptions additions,
      ConnectionOptions connection,
      Console console,
      SinkRegistry sinks,
      CommandLineProblems problems) {
    this.options = options;
    this.additions = additions;
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
    OutputReader outputs = new OutputReader(sinks, problems);
    Optional<ChosenOutput> chosen =
        outputs.read(
            options.output,
            options.format,
            options.sinkOptions,
            options.overwrite,
            options.staging);
    Optional<RequestedAdditions> added =
        additions.read(request, options.unchecked, wantsNames(chosen), catalogue, problems);
    checkRequest(request, chosen);
    Optional<String> output = outputs.fileName();
    checkReceiptFile(output);
    checkProtectedFiles("--output", output);
    checkProtectedFiles("--report", Optional.ofNullable(options.receiptFile));
    Optional<DictionaryFile> dictionary = dictionary(output);
    Optional<BaseUrl> baseUrl = connection.baseUrl(console, problems);
    Optional<SessionSettings> session = session(baseUrl, policy.map(PollPolicy::deadline));
    problems.throwIfAny();
    return new ExportSettings(
        runSettings(request.orElseThrow(), policy.orElseThrow()),
        baseUrl.orElseThrow(),
        session,
        chosen.orElseThrow().output(),
        chosen.orElseThrow().choice(),
        chosen.orElseThrow().sinkOptions(),
        options.overwrite,
        chosen.orElseThrow().staging(),
        Optional.ofNullable(options.receiptFile),
        added.orElseThrow(),
        dictionary);
  }

  private static boolean wantsNames(Optional<ChosenOutput> chosen) {
    return chosen.map(output -> output.choice().sink().provider().wantsNames()).orElse(false);
  }

  private void checkRequest(Optional<ExportRequest> request, Optional<ChosenOutput> chosen) {
    if (request.isPresent() && chosen.isPresent()) {
      chosen
          .get()
          .choice()
          .sink()
          .provider()
          .problemWith(chosen.get().sinkOptions(), request.get().arguments())
          .map(problem -> new Failure(FailureReason.FORMAT_NEEDS_OPTION, problem))
          .map(CommandLineAdvice::told)
          .ifPresent(problems::add);
    }
  }

  private Optional<DictionaryFile> dictionary(Optional<String> output) {
    String written = options.dictionary;
    if (written == null) {
      return Optional.empty();
    }
    checkProtectedFiles("--dictionary", Optional.of(written));
    Optional<Path> file = OutputReader.path("--dictionary", written, problems);
    requireAnother("--output", file, output);
    requireAnother("--report", file, Optional.ofNullable(options.receiptFile));
    return file.isEmpty()
        ? Optional.empty()
        : problems.read("--dictionary", () -> new DictionaryFile(written, options.overwrite));
  }

  private void requireAnother(String option, Optional<Path> file, Optional<String> other) {
    if (file.isPresent()
        && other
            .flatMap(OutputReader::path)
            .map(ExportSettingsReader::absolute)
            .equals(file.map(ExportSettingsReader::absolute))) {
      problems.add(
          "--dictionary and %s name the same file: \"%s\".".formatted(option, options.dictionary));
    }
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

  private void checkReceiptFile(Optional<String> output) {
    String written = options.receiptFile;
    if (FormatChoice.STANDARD_OUTPUT.equals(written)) {
      problems.add(
          "--report must name a file, but was \"-\": standard output is only for data. Write ./-"
              + " for a file of that name.");
      return;
    }
    Optional<Path> receiptFile = OutputReader.path("--report", options.receiptFile, problems);
    Optional<Path> file =
        output
            .filter(name -> !name.equals(FormatChoice.STANDARD_OUTPUT))
            .flatMap(OutputReader::path);
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

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
