package dev.vidiexport.app.doctor;

import dev.vidiexport.app.advice.CommandLineAdvice;
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
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.http.BaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What a sync of a project needs. */
final class ProjectChecks {
  private static final int MOST_CHARACTERS = 500;

  private final DoctorRun run;

  ProjectChecks(DoctorRun run) {
    this.run = run;
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
        () ->
            CheckResult.ok(CheckName.LEDGER, LedgerTrial.finding(run.console(), chosen, address)));
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
    return new ChosenSink(
        format.name(),
        TimeLimitedProvider.unlessBuiltIn(
            format.builtIn(),
            format.provider(),
            format.name(),
            run.time().elapsed().plus(run.timeLimit()),
            run.time(),
            run.signals()::hasCome,
            run.messages()),
        format.options(),
        format.extension(),
        format.builtIn());
  }

  private static CheckResult result(CheckName name, Supplier<CheckResult> check) {
    return CheckFailures.caught(name, CommandLineAdvice::toldOfHistory, check);
  }
}
