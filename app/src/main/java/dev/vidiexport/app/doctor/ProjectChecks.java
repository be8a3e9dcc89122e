package dev.vidiexport.app.doctor;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.TerminationSignals;
import dev.vidiexport.app.console.UsageException;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.export.TimeLimitedProvider;
import dev.vidiexport.app.history.LedgerTrial;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.FormatTrial;
import dev.vidiexport.app.staging.TargetTrial;
import dev.vidiexport.domain.diagnosis.CheckName;
import dev.vidiexport.domain.diagnosis.CheckResult;
import dev.vidiexport.domain.diagnosis.DiskSpace;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.http.BaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a sync of a project needs. */
final class ProjectChecks {
  private static final int MOST_CHARACTERS = 500;

  private final Console console;
  private final UserMessages messages;
  private final TerminationSignals signals;
  private final Pacer time;
  private final Duration timeLimit;

  ProjectChecks(
      Console console,
      UserMessages messages,
      TerminationSignals signals,
      Pacer time,
      Duration timeLimit) {
    this.console = console;
    this.messages = messages;
    this.signals = signals;
    this.time = time;
    this.timeLimit = timeLimit;
  }

  /** There is no project to check, or none that can be read. */
  static void skip(Consumer<CheckResult> results) {
    List.of(CheckName.TARGET, CheckName.LEDGER, CheckName.FORMATS)
        .forEach(
            name ->
                results.accept(
                    CheckResult.skipped(name, "Not checked: that needs a good project file.")));
  }

  /**
   * Checks, and tells each result as it comes.
   *
   * @param address where VidiCenter is; empty where that is not known
   */
  void run(ChosenProject chosen, Optional<BaseUrl> address, Consumer<CheckResult> results) {
    Path target = chosen.project().target();
    results.accept(result(CheckName.TARGET, () -> target(target)));
    results.accept(ledger(chosen, address));
    results.accept(result(CheckName.FORMATS, () -> formats(chosen)));
  }

  /** Where something else has the name of the target, that has been told. */
  private CheckResult ledger(ChosenProject chosen, Optional<BaseUrl> address) {
    Path target = chosen.project().target();
    if (Files.exists(target) && !Files.isDirectory(target)) {
      return CheckResult.skipped(CheckName.LEDGER, "Not checked: the target is no folder.");
    }
    return result(
        CheckName.LEDGER,
        () -> CheckResult.ok(CheckName.LEDGER, LedgerTrial.finding(console, chosen, address)));
  }

  private static CheckResult target(Path target) {
    TargetTrial trial = TargetTrial.of(target);
    return DiskSpace.review(
        "%s can be %s; %s are free"
            .formatted(
                CleanText.of(target.toString(), MOST_CHARACTERS),
                trial.isThere() ? "written to" : "made",
                AmountText.bytes(trial.usableBytes())),
        trial.usableBytes());
  }

  private CheckResult formats(ChosenProject chosen) {
    List<ChosenSink> formats =
        chosen.selection().exports().stream().map(ProjectExport::sink).distinct().toList();
    formats.forEach(format -> FormatTrial.of(timeLimited(format), "files of " + format.name()));
    return CheckResult.ok(
        CheckName.FORMATS,
        "What the exports are written with can work here: %s."
            .formatted(
                String.join(", ", formats.stream().map(ChosenSink::name).distinct().toList())));
  }

  /** The code of a plugin may hang. */
  private ChosenSink timeLimited(ChosenSink format) {
    return format.builtIn()
        ? format
        : new ChosenSink(
            format.name(),
            new TimeLimitedProvider(
                format.provider(),
                format.name(),
                time.elapsed().plus(timeLimit),
                time,
                signals::hasCome,
                messages),
            format.options(),
            format.extension(),
            false);
  }

  private static CheckResult result(CheckName name, Supplier<CheckResult> check) {
    try {
      return check.get();
    } catch (UsageException wrong) {
      return CheckResult.failed(
          name, FailureKind.INVALID_REQUEST, String.join(" ", wrong.problems()));
    } catch (ExportException failure) {
      if (failure.kind() == FailureKind.CANCELLED) {
        throw failure;
      }
      return CheckResult.failed(
          name, failure.kind(), CommandLineAdvice.toldOfHistory(failure.failure()));
    }
  }
}
