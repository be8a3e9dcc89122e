package dev.vidiexport.app.doctor;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.export.TimeLimitedCheck;
import dev.vidiexport.app.export.TimeLimitedProvider;
import dev.vidiexport.app.export.TimeLimitedTables;
import dev.vidiexport.app.history.DatabaseTrial;
import dev.vidiexport.app.history.LedgerTrial;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.app.project.ChosenProject;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.project.ProjectExport;
import dev.vidiexport.app.staging.ChosenSink;
import dev.vidiexport.app.staging.FormatTrial;
import dev.vidiexport.app.staging.LedgerHold;
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
    HistoryTarget target = chosen.project().target();
    results.accept(
        result(
            CheckName.TARGET,
            () ->
                target instanceof HistoryTarget.Database database
                    ? database(chosen, database)
                    : folder(((HistoryTarget.Folder) target).path())));
    results.accept(ledger(chosen, address));
    results.accept(
        result(
            CheckName.FORMATS,
            () -> target instanceof HistoryTarget.Database ? tables() : formats(chosen)));
  }

  /** Where something else has the name of the target, that has been told. */
  private CheckResult ledger(ChosenProject chosen, Optional<BaseUrl> address) {
    if (chosen.project().target() instanceof HistoryTarget.Folder target
        && Files.exists(target.path())
        && !Files.isDirectory(target.path())) {
      return CheckResult.skipped(CheckName.LEDGER, "Not checked: the target is no folder.");
    }
    return result(
        CheckName.LEDGER,
        () ->
            CheckResult.ok(CheckName.LEDGER, LedgerTrial.finding(run.console(), chosen, address)));
  }

  private static CheckResult folder(Path target) {
    TargetTrial trial = TargetTrial.of(target);
    return DiskSpace.review(finding(target, trial), trial.usableBytes());
  }

  /** Beside the tables there is a ledger, in a folder of its own. */
  private CheckResult database(ChosenProject chosen, HistoryTarget.Database target) {
    LedgerHold.requireFree(target.ledger());
    DatabaseTrial.of(
        run.console(),
        chosen,
        target,
        new TimeLimitedTables(
            target.format().provider().sliceTables().orElseThrow(), limit(target.format().name())));
    Path folder = Optional.ofNullable(target.ledger().getParent()).orElseThrow();
    TargetTrial trial = TargetTrial.of(folder);
    return DiskSpace.review(
        "The database takes the tables; the ledger's folder " + finding(folder, trial),
        trial.usableBytes());
  }

  private static String finding(Path folder, TargetTrial trial) {
    return "%s can be %s; %s are free"
        .formatted(
            CleanText.of(folder.toString(), MOST_CHARACTERS),
            trial.isThere() ? "written to" : "made",
            AmountText.bytes(trial.usableBytes()));
  }

  private static CheckResult tables() {
    return CheckResult.ok(CheckName.FORMATS, "No files are written: the rows go into tables.");
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
            format.builtIn(), format.provider(), limit(format.name())),
        format.options(),
        format.extension(),
        format.builtIn());
  }

  private TimeLimitedCheck limit(String format) {
    return new TimeLimitedCheck(
        format,
        run.time().elapsed().plus(run.timeLimit()),
        run.time(),
        run.signals()::hasCome,
        run.messages());
  }

  private static CheckResult result(CheckName name, Supplier<CheckResult> check) {
    return CheckFailures.caught(name, CommandLineAdvice::toldOfHistory, check);
  }
}
