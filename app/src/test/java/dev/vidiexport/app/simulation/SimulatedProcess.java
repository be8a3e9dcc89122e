package dev.vidiexport.app.simulation;

import dev.vidiexport.app.limits.SimulatedLimits;
import dev.vidiexport.app.wiring.CommandSession;
import dev.vidiexport.app.wiring.SimulatedWiring;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.BaseUrl;
import dev.vidiexport.http.Credentials;
import dev.vidiexport.http.HttpModule;
import dev.vidiexport.http.HttpSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One process of the shipped program in a simulated world: a session, and the runs over it. */
final class SimulatedProcess {
  private static final HttpSettings SETTINGS =
      new HttpSettings(
          BaseUrl.parse("http://127.0.0.1:1/"),
          Credentials.of("someone@example.com", "s3cret"),
          "simulated");

  /** A thread for each run that has neighbours; they are kept, for starting one takes long. */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "simulated-run");
            thread.setDaemon(true);
            return thread;
          });

  private final Schedule schedule;
  private final Optional<PlantedBug> bug;
  private final ReachedFaults faults = new ReachedFaults();
  private final Turns turns;
  private final SimulatedClock clock;
  private final SimulatedVidiCenter service;
  private final SimulatedNetwork network;
  private final OtherRuns others;
  private final Neighbours runs;
  private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
  private final List<String> findings = new ArrayList<>();
  private Set<Fault> reached = Set.of();

  private SimulatedProcess(Schedule schedule, Optional<PlantedBug> bug) {
    this.schedule = schedule;
    this.bug = bug;
    this.turns = new Turns(schedule.seed(), Turns.PATIENCE);
    this.clock = new SimulatedClock(schedule, faults, turns);
    this.service = new SimulatedVidiCenter(schedule.process().limits(), clock, faults);
    this.runs = new Neighbours(turns, faults);
    this.network = new SimulatedNetwork(clock, service, () -> runs.running().calls());
    this.others = new OtherRuns(schedule, clock, service, network, faults);
  }

  /** A process each of whose runs has a disk of its own. */
  static SimulatedProcess of(Schedule schedule, Optional<PlantedBug> bug) {
    SimulatedProcess process = new SimulatedProcess(schedule, bug);
    for (RunSchedule runSchedule : schedule.runs()) {
      ReachedFaults faults = new ReachedFaults();
      process.add(runSchedule, faults, new ScriptedDisk(runSchedule, bug, faults));
    }
    return process;
  }

  /** A process of one run, on the disk that another one has left. */
  static SimulatedProcess on(ScriptedDisk disk, Schedule schedule) {
    SimulatedProcess process = new SimulatedProcess(schedule, Optional.empty());
    process.add(schedule.runs().get(0), new ReachedFaults(), disk);
    return process;
  }

  private void add(RunSchedule runSchedule, ReachedFaults faultsOfRun, ScriptedDisk disk) {
    runs.add(new SimulatedRun(runSchedule, bug, faultsOfRun, disk, clock, service, network));
  }

  /** Carries all runs out, each on a thread of its own where there are several. */
  void carryOut() {
    ServiceLimits limits = schedule.process().limits();
    if (!schedule.process().sharing().isShared()) {
      carryOut(ofItsOwn(planted(limits, each -> each.around(limits))));
      return;
    }
    try (SimulatedLimits file = new SimulatedLimits(clock::elapsed, clock.date()::instant)) {
      others.begin(file);
      boolean shares = planted(true, PlantedBug::shares);
      carryOut(
          shares
              ? file.open(planted(limits, each -> each.shared(limits))).quota()
              : ofItsOwn(limits));
      if (!file.isUnlocked()) {
        findings.add("somebody still holds the limits when all have ended");
      }
    }
  }

  private Quota ofItsOwn(ServiceLimits limits) {
    return Quota.ofItsOwn(limits, clock::elapsed);
  }

  private <T> T planted(T shipped, Function<PlantedBug, T> planting) {
    return bug.map(planting).orElse(shipped);
  }

  private void carryOut(Quota shipped) {
    Quota quota = planted(shipped, each -> each.around(shipped, clock::elapsed));
    try (CommandSession session = session(new WatchedQuota(quota, runs::onLimitReached))) {
      carryOut(session);
      reached = faults.all();
      others.close();
      if (runs.all().stream().allMatch(run -> run.outcome().isPresent())) {
        new GivenBack(quota, turns, findings).check();
      }
    }
  }

  private CommandSession session(Quota quota) {
    UnaryOperator<VidiCenter> around = planted(UnaryOperator.identity(), PlantedBug::aroundAll);
    return SimulatedWiring.session(
        new HttpModule(SETTINGS, quota, network, clock.date()),
        shipped ->
            new SimulatedSession(
                shipped,
                real -> around.apply(watched(real)),
                planted(true, PlantedBug::closesSession)),
        new HeldCalls(faults));
  }

  private VidiCenter watched(VidiCenter real) {
    int run = turns.running();
    return new WatchedVidiCenter(real, () -> service.askedFor().end(run));
  }

  private void carryOut(CommandSession session) {
    runs.join(schedule.process());
    turns.begin();
    if (schedule.hasSeveralRuns()) {
      runs.all().forEach(run -> THREADS.execute(() -> carryOut(run, session)));
      turns.awaitEnd();
    } else {
      carryOut(runs.all().get(0), session);
    }
    broken.forEach(
        failure -> {
          throw new AssertionError("A run broke the simulation", failure);
        });
  }

  /** On the thread of the run. */
  private void carryOut(SimulatedRun run, CommandSession session) {
    int number = run.runSchedule().number();
    try {
      turns.awaitTurn(number);
      run.carryOut(session, runs.signals(), schedule.hasSeveralRuns());
    } catch (RuntimeException | Error failure) {
      broken.add(failure);
    } finally {
      service.askedFor().end(number);
      turns.leave(number);
    }
  }

  Schedule schedule() {
    return schedule;
  }

  Neighbours runs() {
    return runs;
  }

  SimulatedVidiCenter service() {
    return service;
  }

  SimulatedNetwork network() {
    return network;
  }

  OtherRuns others() {
    return others;
  }

  /** The faults that met no run alone, while there were runs. */
  Set<Fault> reached() {
    return reached;
  }

  /** What was not given back at the end. */
  List<String> findings() {
    return findings;
  }
}
