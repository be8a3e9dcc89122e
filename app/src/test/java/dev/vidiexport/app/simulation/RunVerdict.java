package dev.vidiexport.app.simulation;

import dev.vidiexport.app.staging.SimulatedDisk;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds what came of a run against what must be true of every run. */
final class RunVerdict {
  private final SimulatedProcess process;
  private final SimulatedRun run;
  private final RunSchedule runSchedule;
  private final SimulatedDisk disk;
  private final ReachedFaults faults;
  private final List<String> findings = new ArrayList<>();
  private boolean needsNextRun;
  private boolean leavesLitter;

  RunVerdict(SimulatedProcess process, SimulatedRun run) {
    this.process = process;
    this.run = run;
    this.runSchedule = run.runSchedule();
    this.disk = run.disk().disk();
    this.faults = run.faults();
  }

  List<String> findings() {
    return process.schedule().hasSeveralRuns()
        ? findings.stream().map(finding -> "run " + runSchedule.number() + ": " + finding).toList()
        : findings;
  }

  /** Whether something may have stayed that the next run for the same output must remove. */
  boolean needsNextRun() {
    return needsNextRun;
  }

  /**
   * What must be true when the machine has crashed: old file or whole file.
   *
   * @param canBeCleaned whether the next run can tell what was left from what is not its own
   */
  void afterCrash(boolean canBeCleaned) {
    checkCalls();
    byte[] content = content();
    if (!isUntouched(content) && !isOfAnother(content)) {
      wholeBuild(content, run.served());
    }
    needsNextRun = true;
    leavesLitter = !canBeCleaned;
  }

  /** What must be true when the run has ended. */
  void afterEnd() {
    ExportOutcome outcome = run.outcome().orElseThrow();
    checkCalls();
    Optional<FailureKind> kind = outcome.failure().map(ExportException::kind);
    tellEnding(outcome.failure());
    new PlausibleReasons(process, run).check(outcome.failure(), findings);
    if (run.duration().compareTo(runSchedule.pace().deadline()) > 0) {
      findings.add("ended after the deadline");
    }
    if (kind.isEmpty()) {
      checkPublished(outcome);
    } else if (!isUntouched(content()) && !isOfAnother(content())) {
      findings.add("failed, and left another file than there was before");
    }
    checkLitter();
  }

  private void tellEnding(Optional<ExportException> failure) {
    if (failure.isEmpty()) {
      return;
    }
    String message = failure.get().getMessage();
    if (message.contains("still building")) {
      faults.reach(Fault.DEADLINE_WHILE_BUILDING);
    }
    if (message.contains("the service's limits allow the next call")) {
      faults.reach(Fault.LIMITS_HELD_TO_THE_END);
    }
    if (message.contains("another run is writing it")) {
      faults.reach(Fault.RIVAL_ALIVE);
    }
  }

  private void checkCalls() {
    int wanted = runSchedule.forceRebuild() ? 1 : 0;
    if (run.served().rebuilds().size() > wanted) {
      findings.add("asked for %s rebuilds".formatted(run.served().rebuilds().size()));
    }
    if (run.calls().callsAfterRefusal() > 0 && faults.hasAny(Fault.Kind.REFUSAL)) {
      findings.add("called again although it was refused");
    }
  }

  private void checkPublished(ExportOutcome outcome) {
    byte[] content = content();
    List<Build> published = wholeBuild(content, run.served());
    if (published.isEmpty()) {
      return;
    }
    if (outcome.receipt().rows().orElse(-1) != published.get(0).rows()) {
      findings.add("told of %s rows".formatted(outcome.receipt().rows()));
    }
    if (runSchedule.forceRebuild() && published.stream().noneMatch(this::isFresh)) {
      findings.add("published a build from before the rebuild that was asked for");
    }
  }

  /** Where the order to rebuild was lost, a build that was not ready then is as good. */
  private boolean isFresh(Build build) {
    List<Duration> rebuilds = run.served().rebuilds();
    return rebuilds.isEmpty()
        ? run.calls().firstTrouble().filter(lost -> build.ready().compareTo(lost) > 0).isPresent()
        : build.begin().compareTo(rebuilds.get(0)) >= 0;
  }

  /** The builds whose rows these are: one, or all those without rows. */
  private List<Build> wholeBuild(byte[] content, ServedExport served) {
    try {
      if (content == null) {
        findings.add("there is no output");
        return List.of();
      }
      List<String> rows = new ArrayList<>(WrittenRows.of(content, runSchedule.format()));
      List<Build> builds =
          served.builds().stream()
              .filter(build -> !build.fails())
              .filter(build -> isOf(rows, build))
              .toList();
      if (builds.isEmpty()) {
        tellRows(rows, served);
      }
      return builds;
    } catch (IOException torn) {
      findings.add("the output is torn: " + torn.getCause());
      return List.of();
    }
  }

  private void tellRows(List<String> rows, ServedExport served) {
    boolean mixed =
        rows.stream()
            .flatMapToInt(row -> Build.numberOf(row).stream())
            .anyMatch(served::isOfAnother);
    findings.add(
        "the output has %s rows%s, which are not those of one build"
            .formatted(rows.size(), mixed ? ", some of another run" : ""));
  }

  private static boolean isOf(List<String> rows, Build build) {
    boolean possible =
        rows.size() == build.rows()
            && (rows.isEmpty() || rows.get(0).startsWith(build.number() + "|"));
    if (!possible) {
      return false;
    }
    List<String> expected = build.identities();
    if (!rows.equals(expected)) {
      rows.sort(null);
      expected.sort(null);
    }
    return rows.equals(expected);
  }

  private byte[] content() {
    return disk.content(SimulatedRun.output(runSchedule));
  }

  private boolean isUntouched(byte[] content) {
    return runSchedule.earlierFile()
        ? Arrays.equals(content, SimulatedRun.EARLIER_CONTENT)
        : content == null;
  }

  private boolean isOfAnother(byte[] content) {
    return faults.has(Fault.NAME_TAKEN_MEANWHILE)
        && Arrays.equals(content, SimulatedRun.CONTENT_OF_ANOTHER);
  }

  private void checkLitter() {
    List<String> others =
        disk.entries().stream()
            .filter(entry -> !entry.equals(SimulatedRun.output(runSchedule).toString()))
            .toList();
    if (others.isEmpty()) {
      if (runSchedule.disk().hasLitter()) {
        faults.reach(Fault.LITTER_OF_A_DEAD_RUN);
      }
      return;
    }
    boolean wasThere = runSchedule.disk().hasRival() || runSchedule.disk().hasLitter();
    boolean cannotClean = faults.has(Fault.LOOK_FAILED) || faults.has(Fault.DELETE_FAILED);
    boolean refusedAtOnce = wasThere && run.calls().attempts() == 0;
    boolean lockRefused = wasThere && faults.has(Fault.LOCK_FAILED);
    if (!cannotClean && !refusedAtOnce && !lockRefused) {
      findings.add("left " + others);
    }
    needsNextRun = !runSchedule.disk().hasRival();
  }

  /** What must be true when another run has gone well after this one. */
  void afterNextRun(SimulatedRun next) {
    Optional<ExportException> failure = next.outcome().orElseThrow().failure();
    failure.ifPresent(why -> findings.add("the next run failed: " + why));
    if (failure.isEmpty()) {
      wholeBuild(content(), next.served());
    }
    if (disk.entries().size() != 1 && !leavesLitter) {
      findings.add("the next run left " + disk.entries());
    }
  }

  /** What happened to the run, without what differs from one time to another. */
  String story() {
    String end =
        run.outcome()
            .map(known -> known.failure().map(Throwable::toString).orElse("published"))
            .orElse("crashed");
    return "%s\nafter %s, rebuilds %s\nreached %s\n%s"
        .formatted(end, run.duration(), run.served().rebuilds(), faults.all(), runSchedule);
  }
}
