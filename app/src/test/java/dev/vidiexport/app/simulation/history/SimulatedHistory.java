package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.Campaign;
import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.app.simulation.Turns;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.sync.ColumnNews;
import dev.vidiexport.domain.sync.HistoryChecks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A history from its first sync to one after which nothing is missing. */
final class SimulatedHistory {
  static final Campaign.World<HistoryFault, HistoryBug> WORLD =
      new Campaign.World<>(HistoryFault.class, 2_000, 6_000, 10_000, 10, SimulatedHistory::of);

  private static final Instant BEGIN = Instant.parse("2024-02-28T06:00:00Z");
  private static final int MOST_SYNCS = 5;

  /** The share of histories whose rows are in tables; those of all others are in files. */
  private static final double IN_TABLES = 0.25;

  /** Long enough that the service has forgotten all that it failed to build. */
  private static final Duration CALM_AFTER = Duration.ofDays(5);

  final Optional<HistoryBug> bug;
  final SeededChance chance;

  /** Whose turn it is. */
  final SeededChance turnChance;

  private final SeededChance databaseChance;
  final SimulatedMachine machine = new SimulatedMachine();
  final Turns turns;
  final HistoryTime time;
  final HistoryDisk disk;
  final SimulatedTarget target;
  final InMemoryLedger ledger = new InMemoryLedger();
  final LedgerWatch watch = new LedgerWatch(ledger, machine);
  final SimulatedTopology topology;
  final SeenUploads seen = new SeenUploads();
  final DuePromise promise = new DuePromise(this);
  final HistoryProject project;
  final HistoryService service;
  final KnownContents contents = new KnownContents();
  private final List<String> findings = new ArrayList<>();
  private final List<String> story = new ArrayList<>();

  private final Set<String> told = new HashSet<>();
  private final Map<SliceKey, Checked> checked = new HashMap<>();

  private SimulatedHistory(long seed, Optional<HistoryBug> bug) {
    this.bug = bug;
    this.turns = new Turns(seed, Turns.PATIENCE);
    this.time = new HistoryTime(BEGIN, turns);
    this.turnChance = SeededChance.of(seed, "turns");
    this.chance = SeededChance.of(seed, "history");
    this.disk = new HistoryDisk(machine, bug);
    this.topology = new SimulatedTopology(SeededChance.of(seed, "topology"), machine, time);
    boolean isInTables = SeededChance.of(seed, "target").in(IN_TABLES);
    this.project = new HistoryProject(SeededChance.of(seed, "project"), isInTables);
    this.databaseChance = SeededChance.of(seed, "database trouble");
    this.target =
        isInTables
            ? new TablesTarget(
                this, new SimulatedDatabase(machine, SeededChance.of(seed, "database"), bug))
            : new FolderTarget(this);
    this.service = new HistoryService(seed, machine, time, topology);
  }

  private static Campaign.Result<HistoryFault> of(long seed, Optional<HistoryBug> bug) {
    SimulatedHistory history = new SimulatedHistory(seed, bug);
    history.carryOut();
    return new Campaign.Result<>(
        seed,
        history.machine.reached(),
        history.findings,
        String.join(System.lineSeparator(), history.story));
  }

  private void carryOut() {
    int syncs = chance.between(1, MOST_SYNCS);
    for (int number = 1; number <= syncs && findings.isEmpty(); number++) {
      if (number > 1) {
        topology.change(chance);
        project.edit(chance, this::mayBecome);
      }
      sync(SyncSchedule.of(chance, databaseChance, project.hasEnd()), false);
    }
    if (findings.isEmpty()) {
      sync(SyncSchedule.calm(CALM_AFTER), true);
    }
    if (findings.isEmpty()) {
      sync(SyncSchedule.calm(Duration.ofMinutes(1)), true);
    }
  }

  /**
   * Whether the program takes an export as it is now. What is announced may be in its table, with
   * columns that it then has and that the ledger does not know yet: nobody edits them meanwhile.
   */
  private boolean mayBecome(HistoryExport edited) {
    boolean isSettled =
        edited.table().isEmpty()
            || ledger.publications().stream()
                .noneMatch(open -> open.key().export().equals(edited.name()));
    return isSettled && HistoryChecks.settings(ledger, List.of(edited)).isEmpty();
  }

  /**
   * An answer that was found to be right.
   *
   * @param facts what its rows say
   */
  private record Checked(SliceAnswer answer, NaiveFacts facts) {}

  /** What the rows of an answer say that was found to be right before. */
  Optional<NaiveFacts> checked(SliceKey key, SliceAnswer answer) {
    return Optional.ofNullable(checked.get(key))
        .filter(known -> known.answer().equals(answer))
        .map(Checked::facts);
  }

  void checked(SliceKey key, SliceAnswer answer, NaiveFacts facts) {
    checked.put(key, new Checked(answer, facts));
  }

  /** Whether nobody was told of a change before. */
  boolean isNews(ColumnNews news) {
    return told.add(news.export() + " " + news.change());
  }

  private void sync(SyncSchedule schedule, boolean isCalm) {
    SimulatedSync sync = new SimulatedSync(this, schedule);
    sync.carryOut();
    SyncVerdict verdict = new SyncVerdict(this, sync, isCalm);
    findings.addAll(verdict.findings());
    story.add(sync.story());
  }
}
