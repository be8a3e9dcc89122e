package dev.vidiexport.app.simulation;

import dev.vidiexport.app.limits.SimulatedLimits;
import dev.vidiexport.domain.port.Quota;
import java.util.ArrayList;
import java.util.List;

/**
 * Other runs of the same user, as far as the service and the limits know of them. Whenever time has
 * passed, each does one thing.
 */
final class OtherRuns {
  private final ProcessSchedule processSchedule;
  private final SimulatedClock clock;
  private final SimulatedVidiCenter service;
  private final SimulatedNetwork network;
  private final ReachedFaults faults;
  private final SeededChance chance;
  private final List<OtherRun> runs = new ArrayList<>();
  private int calls;
  private boolean askedToSlowDown;

  OtherRuns(
      Schedule schedule,
      SimulatedClock clock,
      SimulatedVidiCenter service,
      SimulatedNetwork network,
      ReachedFaults faults) {
    this.processSchedule = schedule.process();
    this.clock = clock;
    this.service = service;
    this.network = network;
    this.faults = faults;
    this.chance = schedule.chance("other runs");
  }

  /** Lets them begin, some with many calls at once. */
  void begin(SimulatedLimits limits) {
    for (int number = 0; number < processSchedule.sharing().others(); number++) {
      runs.add(new OtherRun(limits.open(processSchedule.limits())));
    }
    runs.forEach(OtherRun::begin);
    clock.onPassing(() -> runs.forEach(OtherRun::live));
  }

  /** Ends those that are left, after all that counts. */
  void close() {
    runs.forEach(other -> other.run.close());
  }

  /** How many calls they have made. */
  int calls() {
    return calls;
  }

  /** Whether the service has told any of them to slow down. */
  boolean askedToSlowDown() {
    return askedToSlowDown;
  }

  private final class OtherRun {
    private final SimulatedLimits.Run run;
    private final Quota.Claim claim;
    private boolean connected;
    private boolean calling;
    private boolean arrived;
    private boolean ended;

    OtherRun(SimulatedLimits.Run run) {
      this.run = run;
      this.claim = run.quota().claim();
    }

    /** Each call takes two steps. */
    void begin() {
      int most = chance.in(0.3) ? 2 * chance.between(1, processSchedule.limits().calls()) : 1;
      for (int step = 0; step < most; step++) {
        live();
      }
    }

    void live() {
      if (ended) {
        return;
      }
      if (clock.elapsed().compareTo(processSchedule.sharing().othersEnd()) >= 0
          || chance.in(0.01)) {
        end();
      } else if (calling) {
        endCall();
      } else if (chance.in(0.1)) {
        rest();
      } else {
        call();
      }
    }

    private void call() {
      boolean mayBuild = chance.in(0.5);
      if (claim.take(mayBuild).isPresent()) {
        rest();
        return;
      }
      if (mayBuild) {
        service.askedFor().begin(this);
      }
      calls++;
      calling = true;
      if (!connected) {
        connected = true;
        network.opened();
      }
      // A call arrives at any moment until it ends.
      arrived = chance.in(0.5);
      if (arrived) {
        service.arrive();
      }
    }

    private void arrive() {
      if (!arrived) {
        service.arrive();
      }
    }

    private void endCall() {
      arrive();
      calling = false;
      claim.end();
      if (chance.in(0.02)) {
        askedToSlowDown = true;
        claim.slowDown(chance.seconds(1, 30));
      }
    }

    private void rest() {
      disconnect();
      claim.giveBackConnection();
      if (chance.in(0.5)) {
        claim.giveBackExport();
        service.askedFor().end(this);
      }
    }

    private void disconnect() {
      if (connected) {
        connected = false;
        network.closed();
      }
    }

    /** At whatever it does, as by SIGKILL. */
    private void end() {
      if (calling) {
        arrive();
        faults.reach(Fault.OTHER_RUN_DIED_CALLING);
      }
      disconnect();
      service.askedFor().end(this);
      ended = true;
      run.close();
    }
  }
}
