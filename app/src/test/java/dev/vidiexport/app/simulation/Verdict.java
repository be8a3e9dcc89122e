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
final class Verdict {
  private final Schedule schedule;
  private final SimulatedRun run;
  private final SimulatedDisk disk;
  private final Faults faults;
  private final List<String> findings = new ArrayList<>();
  private boolean needsNextRun;
  private boolean leavesLitter;

  Verdict(Schedule schedule, SimulatedRun run, SimulatedDisk disk, Faults faults) {
    this.schedule = schedule;
    this.run = run;
    this.disk = disk;
    this.faults = faults;
  }

  List<String> findings() {
    return findings;
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
      wholeBuild(content, run.service());
    }
    needsNextRun = true;
    leavesLitter = !canBeCleaned;
  }

  /** What must be true when the run has ended. */
  void after(ExportOutcome outcome) {
    checkCalls();
    Optional<FailureKind> kind = outcome.failure().map(ExportException::kind);
    tellEnding(outcome.failure());
    new Excuses(schedule, run, faults).check(outcome.failure(), findings);
    if (run.clock().elapsed().compareTo(schedule.deadline()) > 0) {
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
    if (message.contains("the limits of the service leave room for the next call")) {
      faults.reach(Fault.LIMITS_HELD_TO_THE_END);
    }
    if (message.contains("another run is writing it")) {
      faults.reach(Fault.RIVAL_ALIVE);
    }
  }

  private void checkCalls() {
    SimulatedVidiCenter service = run.service();
    List<Duration> arrivals = service.arrivals();
    int most = schedule.limits().calls();
    for (int first = 0; first + most < arrivals.size(); first++) {
      Duration span = arrivals.get(first + most).minus(arrivals.get(first));
      if (span.compareTo(schedule.limits().window()) < 0) {
        findings.add("the service saw %s calls within %s".formatted(most + 1, span));
        break;
      }
    }
    if (run.network().mostOpenSockets() > schedule.limits().connections()) {
      findings.add(
          "the service saw %s connections at once".formatted(run.network().mostOpenSockets()));
    }
    int wanted = schedule.forceRebuild() ? 1 : 0;
    if (service.rebuilds().size() > wanted) {
      findings.add("asked for %s rebuilds".formatted(service.rebuilds().size()));
    }
    if (run.network().callsAfterRefusal() > 0 && faults.hasAny(Fault.Kind.REFUSAL)) {
      findings.add("called again although it was refused");
    }
  }

  private void checkPublished(ExportOutcome outcome) {
    byte[] content = content();
    List<Build> published = wholeBuild(content, run.service());
    if (published.isEmpty()) {
      return;
    }
    if (outcome.receipt().rows().orElse(-1) != published.get(0).rows()) {
      findings.add("told of %s rows".formatted(outcome.receipt().rows()));
    }
    if (schedule.forceRebuild() && published.stream().noneMatch(this::isFresh)) {
      findings.add("published a build from before the rebuild that was asked for");
    }
  }

  /** Where the order to rebuild was lost, a build that was not ready then is as good. */
  private boolean isFresh(Build build) {
    List<Duration> rebuilds = run.service().rebuilds();
    return rebuilds.isEmpty()
        ? run.network().firstTrouble().filter(lost -> build.ready().compareTo(lost) > 0).isPresent()
        : build.begin().compareTo(rebuilds.get(0)) >= 0;
  }

  /** The builds whose rows these are: one, or all those without rows. */
  private List<Build> wholeBuild(byte[] content, SimulatedVidiCenter service) {
    try {
      if (content == null) {
        findings.add("there is no output");
        return List.of();
      }
      List<String> rows = new ArrayList<>(WrittenRows.of(content, schedule.format()));
      List<Build> builds =
          service.builds().stream()
              .filter(build -> !build.fails())
              .filter(build -> isOf(rows, build))
              .toList();
      if (builds.isEmpty()) {
        findings.add("the output has " + rows.size() + " rows, which are not those of one build");
      }
      return builds;
    } catch (IOException torn) {
      findings.add("the output is torn: " + torn.getCause());
      return List.of();
    }
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
    return disk.content(SimulatedRun.output(schedule));
  }

  private boolean isUntouched(byte[] content) {
    return schedule.earlierFile()
        ? Arrays.equals(content, SimulatedRun.EARLIER_CONTENT)
        : content == null;
  }

  private boolean isOfAnother(byte[] content) {
    return faults.has(Fault.NAME_TAKEN_MEANWHILE)
        && Arrays.equals(content, SimulatedRun.CONTENT_OF_ANOTHER);
  }

  private void checkLitter() {
    DiskPlan plan = schedule.disk();
    List<String> others =
        disk.entries().stream()
            .filter(entry -> !entry.equals(SimulatedRun.output(schedule).toString()))
            .toList();
    if (others.isEmpty()) {
      if (plan.hasLitter()) {
        faults.reach(Fault.LITTER_OF_A_DEAD_RUN);
      }
      return;
    }
    boolean wasThere = plan.hasRival() || plan.hasLitter();
    boolean cannotClean = faults.has(Fault.LOOK_FAILED) || faults.has(Fault.DELETE_FAILED);
    boolean refusedAtOnce = wasThere && run.network().attempts() == 0;
    boolean lockRefused = wasThere && faults.has(Fault.LOCK_FAILED);
    if (!cannotClean && !refusedAtOnce && !lockRefused) {
      findings.add("left " + others);
    }
    needsNextRun = !plan.hasRival();
  }

  /** What must be true when another run has gone well after this one. */
  void afterNextRun(SimulatedRun next, ExportOutcome outcome) {
    outcome.failure().ifPresent(failure -> findings.add("the next run failed: " + failure));
    if (outcome.failure().isEmpty()) {
      wholeBuild(content(), next.service());
    }
    if (disk.entries().size() != 1 && !leavesLitter) {
      findings.add("the next run left " + disk.entries());
    }
  }

  /** What happened, without what differs from one run of a seed to another. */
  String story(Optional<ExportOutcome> outcome) {
    String end =
        outcome
            .map(known -> known.failure().map(Throwable::toString).orElse("published"))
            .orElse("crashed");
    return "%s\nafter %s, arrivals %s, rebuilds %s, sockets %s\nreached %s\n%s"
        .formatted(
            end,
            run.clock().elapsed(),
            run.service().arrivals(),
            run.service().rebuilds(),
            run.network().mostOpenSockets(),
            faults.all(),
            schedule);
  }
}
