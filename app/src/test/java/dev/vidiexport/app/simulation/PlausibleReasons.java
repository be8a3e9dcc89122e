package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a run may give as the reason of its failure: something that has really happened to it. */
final class PlausibleReasons {
  private static final Duration MOST_ROOM_FOR_CALL = Duration.ofSeconds(5);

  /** How long the program waits for what others hold before it looks again. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private static final List<Fault> TOLD_TO_SLOW_DOWN =
      List.of(
          Fault.TOO_MANY_CALLS,
          Fault.TOO_MANY_CALLS_FOR_SECONDS,
          Fault.TOO_MANY_CALLS_UNTIL_DATE,
          Fault.TOO_MANY_CALLS_BEYOND_DEADLINE);

  private final SimulatedProcess process;
  private final SimulatedRun run;
  private final ReachedFaults faults;

  PlausibleReasons(SimulatedProcess process, SimulatedRun run) {
    this.process = process;
    this.run = run;
    this.faults = run.faults();
  }

  /** Adds what is wrong with an end. */
  void check(Optional<ExportException> failure, List<String> findings) {
    Optional<FailureKind> kind = failure.map(ExportException::kind);
    if (kind.isPresent() && !excuses(kind.get())) {
      findings.add(
          kind.get() == FailureKind.CANCELLED
              ? "ended as cancelled, although nobody told it to"
              : "ended without a reason: " + failure.get());
    }
    boolean interrupted =
        faults.has(Fault.CANCELLED)
            || faults.has(Fault.DEADLINE_IN_BODY)
            || faults.has(Fault.DEADLINE_BEFORE_ANSWER);
    if (faults.hasAny(Fault.Kind.REFUSAL)
        && !interrupted
        && (kind.isEmpty() || !faults.hasEnd(kind.get()))) {
      findings.add("did not end as the last answer says, but with " + kind);
    }
    if (faults.has(Fault.CANCELLED)
        && !kind.equals(Optional.of(FailureKind.CANCELLED))
        && !(kind.isPresent() && run.isCancelledAfterAnswer())) {
      findings.add("was told to end, and ended with " + kind);
    }
  }

  private boolean excuses(FailureKind kind) {
    return switch (kind) {
      case INVALID_REQUEST, TARGET_HELD, DEFECT -> false;
      case CREDENTIALS_REFUSED, REQUEST_REFUSED -> faults.hasEnd(kind);
      case EXPORT_FAILED -> faults.has(Fault.BUILD_FAILED);
      case TIME_OVER -> timeIsOver() || limitsAreHeld();
      case OUTPUT_NOT_WRITTEN -> faults.hasAny(Fault.Kind.DISK);
      case PROTOCOL_BROKEN -> faults.hasEnd(kind) || faults.has(Fault.KEYS_KEEP_CHANGING);
      case UNREACHABLE ->
          faults.hasAny(Fault.Kind.TROUBLE)
              || faults.has(Fault.DEADLINE_BEFORE_CONNECTION)
              || faults.has(Fault.DEADLINE_BEFORE_ANSWER);
      case CANCELLED -> faults.has(Fault.CANCELLED);
    };
  }

  private boolean limitsAreHeld() {
    int calls = process.others().calls() + process.runs().attempts();
    return calls >= process.schedule().process().limits().calls()
        || process.others().askedToSlowDown()
        || process.runs().all().stream().anyMatch(this::isNeighbourToldToSlowDown);
  }

  private boolean isNeighbourToldToSlowDown(SimulatedRun other) {
    return other != run && TOLD_TO_SLOW_DOWN.stream().anyMatch(other.faults()::has);
  }

  /** No call is begun, nor waited for, that could not be answered any more. */
  private boolean timeIsOver() {
    Duration deadline = run.runSchedule().pace().deadline();
    Duration tenth = deadline.dividedBy(10);
    Duration room = tenth.compareTo(MOST_ROOM_FOR_CALL) < 0 ? tenth : MOST_ROOM_FOR_CALL;
    Schedule schedule = process.schedule();
    boolean waits = schedule.hasSeveralRuns() || schedule.process().sharing().others() > 0;
    Duration over = deadline.minus(room).minus(waits ? LOOK_AGAIN : Duration.ZERO);
    return run.duration().compareTo(over) >= 0;
  }
}
