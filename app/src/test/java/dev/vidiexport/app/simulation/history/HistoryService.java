package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.request.ExportRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The service, as one sync after the other meets it. */
final class HistoryService {
  private static final int CALLS_OF_OUTAGE = 60;

  /** Of more rows some are written while others come, so that nobody can say what is written. */
  private static final int MOST_SLOW_ROWS = 100;

  private final long seed;
  private final SimulatedMachine machine;
  private final HistoryTime time;
  private final SimulatedTopology topology;
  private final SeededChance chance;
  private final boolean hasLargeSlices;
  private final boolean servesStatus;
  private final Map<ExportRequest, ServedSlice> slices = new HashMap<>();
  private final Set<Long> refusedSources = new HashSet<>();
  private final Set<FailureReason> ends = new HashSet<>();
  private final Set<SliceKey> refused = new HashSet<>();
  private ServiceTrouble trouble = ServiceTrouble.NONE;
  private long alwaysRefused;
  private int calls;
  private int arrived;
  private int builds;

  HistoryService(
      long seed, SimulatedMachine machine, HistoryTime time, SimulatedTopology topology) {
    this.seed = seed;
    this.machine = machine;
    this.time = time;
    this.topology = topology;
    this.chance = SeededChance.of(seed, "service");
    this.hasLargeSlices = chance.in(0.01);
    this.servesStatus = chance.in(0.9);
    this.alwaysRefused = chance.in(0.1) ? chance.oneOf(SimulatedTopology.LOCATIONS) : 0;
  }

  /** What meets the next sync. */
  void begin(ServiceTrouble next) {
    trouble = next;
    calls = 0;
    arrived = 0;
    ends.clear();
    refused.clear();
    refusedSources.clear();
    for (int source = 0; source < next.refusedSources(); source++) {
      refusedSources.add(chance.oneOf(SimulatedTopology.LOCATIONS));
    }
    if (alwaysRefused > 0) {
      refusedSources.add(alwaysRefused);
    }
  }

  /** What it has served for a request. */
  List<ServedBuild> whole(ExportRequest request) {
    ServedSlice slice = slices.get(request);
    return slice == null ? List.of() : slice.whole();
  }

  /** How many calls were sent in this sync, those for the topology included. */
  int arrived() {
    return arrived;
  }

  /** Which number the present call of this sync has. */
  int calls() {
    return calls;
  }

  /** Whether an answer of this sync was one that ends a sync in this way. */
  boolean hasEnded(FailureReason reason) {
    return ends.contains(reason);
  }

  /** Whether it refused a slice in this sync, or sent rows that may not fit. */
  boolean hasRefused(SliceKey key) {
    return refused.contains(key);
  }

  ServiceTrouble trouble() {
    return trouble;
  }

  /** A call for a part of the topology arrives. */
  void topology(CallUnderWay call) throws TroubleException {
    begin(call);
    if (trouble.topology() == ServiceTrouble.Topology.REFUSED) {
      throw end(HistoryFault.TOPOLOGY_REFUSED, FailureReason.ACCESS_REFUSED, "not for you");
    }
    if (trouble.topology() == ServiceTrouble.Topology.TROUBLED && chance.in(0.5)) {
      machine.reach(HistoryFault.TOPOLOGY_TROUBLE);
      ends.add(FailureReason.SERVICE_NOT_ANSWERING);
      throw troubled(Trouble.Kind.UNANSWERED);
    }
  }

  private void begin(CallUnderWay call) throws TroubleException {
    int number = ++calls;
    call.pass(chance.millis(50, 1_500));
    if (trouble.outageFrom() > 0
        && number >= trouble.outageFrom()
        && number < trouble.outageFrom() + CALLS_OF_OUTAGE) {
      machine.reach(HistoryFault.OUTAGE);
      ends.add(FailureReason.SERVICE_NOT_REACHED);
      throw troubled(Trouble.Kind.NOT_DELIVERED);
    }
    sent(call, true);
    if (trouble.refusedFrom() > 0 && number >= trouble.refusedFrom()) {
      throw end(
          HistoryFault.CREDENTIALS_REFUSED, FailureReason.CREDENTIALS_REFUSED, "who are you?");
    }
  }

  private void sent(CallUnderWay call, boolean hasArrived) {
    arrived += hasArrived ? 1 : -1;
    call.sent(hasArrived);
  }

  private ExportException end(HistoryFault fault, FailureReason reason, String said) {
    machine.reach(fault);
    ends.add(reason);
    return new ExportException(reason, "VidiCenter refused: " + said);
  }

  private static TroubleException troubled(Trouble.Kind kind) {
    return new TroubleException(Trouble.of(kind, "simulated"), null);
  }

  /** A call for a slice arrives, or does not. */
  Answer ask(
      SliceKey key, ExportRequest request, CallKind kind, RowReceiver rows, CallUnderWay call)
      throws TroubleException {
    begin(call);
    meetTrouble(call);
    if (kind == CallKind.STATUS && !servesStatus) {
      machine.reach(HistoryFault.STATUS_REFUSED);
      throw new ExportException(
          FailureReason.REQUEST_REFUSED, "VidiCenter refused: unknown argument");
    }
    refuse(key);
    ServedSlice slice = slices.computeIfAbsent(request, this::slice);
    boolean isTooLarge =
        key.sources().size() > trouble.mostSources()
            && trouble.size() == ServiceTrouble.Size.BUILDING;
    ServedBuild build = slice.build(time.now(), ++builds, trouble, isTooLarge);
    if (time.now().isBefore(build.ready())) {
      return slice.isNew()
          ? new Answer.Started(build.creationDate())
          : new Answer.InProgress(build.creationDate());
    }
    if (build.failure().isPresent()) {
      return new Answer.Failed(build.creationDate(), build.failure());
    }
    rows.ready();
    if (kind == CallKind.STATUS && chance.in(0.8)) {
      machine.reach(HistoryFault.READY_WITHOUT_ROWS);
      return new Answer.Ready(build.creationDate());
    }
    send(key, build, rows, call);
    slice.servedWhole(build);
    return new Answer.Finished(build.creationDate());
  }

  private ServedSlice slice(ExportRequest request) {
    return new ServedSlice(
        request,
        SeededChance.of(seed, "slice " + request),
        machine,
        topology,
        hasLargeSlices && slices.isEmpty());
  }

  private void meetTrouble(CallUnderWay call) throws TroubleException {
    if (!percent(trouble.share())) {
      return;
    }
    switch (chance.between(1, 4)) {
      case 1 -> {
        sent(call, false);
        machine.reach(HistoryFault.NOT_DELIVERED);
        throw troubled(Trouble.Kind.NOT_DELIVERED);
      }
      case 2 -> {
        machine.reach(HistoryFault.TOO_MANY_CALLS);
        throw new TroubleException(
            new Trouble(
                Trouble.Kind.RATE_LIMITED,
                "too many calls",
                Optional.of(Duration.ofSeconds(chance.between(1, 60)))),
            null);
      }
      case 3 -> {
        sent(call, false);
        machine.reach(HistoryFault.LIMITS_HELD_BY_OTHERS);
        call.pass(Duration.ofMinutes(chance.between(1, 40)));
        throw troubled(Trouble.Kind.LIMITS_HELD);
      }
      default -> {
        machine.reach(HistoryFault.UNANSWERED);
        throw troubled(Trouble.Kind.UNANSWERED);
      }
    }
  }

  private boolean percent(int share) {
    return share > 0 && chance.in(share / 100.0);
  }

  private void refuse(SliceKey key) {
    if (key.sources().ids().anyMatch(refusedSources::contains)) {
      refused.add(key);
      boolean isAccess = key.window().firstDay().getDayOfMonth() % 2 == 0;
      machine.reach(isAccess ? HistoryFault.ACCESS_REFUSED : HistoryFault.REQUEST_REFUSED);
      throw new ExportException(
          isAccess ? FailureReason.ACCESS_REFUSED : FailureReason.REQUEST_REFUSED,
          "VidiCenter refused: not this one");
    }
    if (key.sources().size() <= trouble.mostSources()) {
      return;
    }
    if (trouble.size() == ServiceTrouble.Size.ASKING) {
      refused.add(key);
      machine.reach(HistoryFault.TOO_MUCH_TO_ASK);
      throw new ExportException(FailureReason.REQUEST_TOO_LARGE, "VidiCenter refused: too large");
    }
  }

  private void send(SliceKey key, ServedBuild build, RowReceiver rows, CallUnderWay call)
      throws TroubleException {
    int sent = build.rows().size();
    boolean isCut = percent(trouble.cutShare());
    boolean isBroken = !isCut && percent(trouble.brokenShare());
    if (isCut || isBroken) {
      sent = chance.between(0, sent);
    }
    boolean isSlow = sent <= MOST_SLOW_ROWS;
    for (ServedRow row : build.rows().subList(0, sent)) {
      row.send(rows);
      if (isSlow) {
        call.mayHandOver();
      }
    }
    if (isCut) {
      machine.reach(HistoryFault.CUT);
      throw troubled(Trouble.Kind.CUT);
    }
    if (isBroken) {
      machine.reach(HistoryFault.BROKEN);
      throw new ExportException(FailureReason.ANSWER_BROKEN, "The answer is no JSON.");
    }
    if (key.sources().size() > trouble.mostSources()
        && trouble.size() == ServiceTrouble.Size.ROWS) {
      // So many rows would take long; the program finds the same out when it has read them all.
      machine.reach(HistoryFault.TOO_MANY_ROWS);
      throw new ExportException(FailureReason.ROW_LIMIT_REACHED, "These are too many rows.");
    }
    if (build.rows().stream().anyMatch(row -> row.measure().contains("."))) {
      refused.add(key);
    }
  }
}
