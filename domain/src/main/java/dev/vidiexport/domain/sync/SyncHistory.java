package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.ExpectationChanges;
import dev.vidiexport.domain.coverage.FactRules;
import dev.vidiexport.domain.coverage.PlaceId;
import dev.vidiexport.domain.enrichment.Addition;
import dev.vidiexport.domain.enrichment.AskedLocations;
import dev.vidiexport.domain.enrichment.ZoneDoubts;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RunStart;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.listing.ListLocations;
import dev.vidiexport.domain.planning.TopologyLoss;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.TagAssignments;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The use case: asks for every slice of a history that is missing, as many at a time as VidiCenter
 * takes, until there is none left to ask for. Whatever happens, the folder and the ledger together
 * say what is true: the next sync goes on from there.
 *
 * <p>One object makes one run, on the thread that calls {@link #run}, which returns when no other
 * is at work for it any more; {@link #cancel} may be called from any.
 */
public final class SyncHistory {
  /** Windows end and cameras come while a sync runs long. */
  private static final Duration PLANNED_ANEW_AFTER = Duration.ofHours(1);

  private final SyncPorts ports;
  private final SyncSettings settings;
  private final Instant begun;
  private final SyncListener listener;
  private final DataCatalogue catalogue;
  private final CountedCalls topologyCalls;
  private final Pacer time;
  private final CancellableSteps steps = new CancellableSteps();
  private final LockedLedger ledger;
  private final SyncResultBuilder results;

  /** What has which tags; empty where nobody wants to know. */
  private Optional<TagAssignments> tagAssignments = Optional.empty();

  private boolean areZoneDoubtsTold;

  /**
   * Prepares a sync; nothing is asked or written yet. Its time begins.
   *
   * @param begun when the run began, by its clock, which may have gone on since: a moment that
   *     stands for the clock is that of the last run when it is given once more
   * @param catalogue what is known of the types of data
   */
  public SyncHistory(
      SyncPorts ports,
      SyncSettings settings,
      Instant begun,
      SyncListener listener,
      DataCatalogue catalogue) {
    this.ports = ports;
    this.ledger = new LockedLedger(ports.ledger());
    this.settings = settings;
    this.begun = begun;
    this.listener = listener;
    this.catalogue = catalogue;
    this.topologyCalls = new CountedCalls(ports.calls());
    this.time = ports.pacers().get();
    this.results = new SyncResultBuilder(settings.exports());
  }

  /** Does all there is to do now. */
  public SyncResult run() {
    Optional<ExportException> ending = Optional.empty();
    try {
      perform();
    } catch (ExportException failure) {
      ending = Optional.of(failure);
    } catch (RuntimeException | Error defect) {
      ending = Optional.of(ExportException.defect(defect));
    }
    results.called(topologyCalls.count());
    return results.build(time.elapsed(), ending);
  }

  private void perform() {
    new LedgerRecovery(ledger, ports.store(), ports.clock()).recover();
    requireSettings();
    ledger.noteRun(new RunStart(settings.host(), begun));
    boolean isCopied = backUp();
    ports.store().removeOld(ports.clock().now());
    SyncRounds rounds =
        new SyncRounds(ports, ledger, settings, listener, catalogue, time, steps, results);
    try {
      goThrough(rounds);
    } catch (RuntimeException | Error ending) {
      endAfter(ending, rounds);
      throw ending;
    }
    rounds.end(false);
    rounds.tellOfAdditions();
    results.columnsChanged(new ColumnWatch(ledger).news(settings.exports()));
    writeDimensions();
    if (isCopied) {
      backUp();
    }
  }

  /** Why the run ends is told, and what goes wrong after that is not told instead. */
  /** What was announced before may have become the first that fixes settings. */
  private void requireSettings() {
    Optional<Failure> problem =
        HistoryChecks.settings(ledger, settings.exports()).stream().findFirst();
    if (problem.isPresent()) {
      throw new ExportException(problem.get());
    }
  }

  private static void endAfter(Throwable ending, SyncRounds rounds) {
    try {
      rounds.end(true);
    } catch (RuntimeException | Error also) {
      ending.addSuppressed(also);
    }
  }

  private void goThrough(SyncRounds rounds) {
    boolean isMore = true;
    while (isMore) {
      Duration until = time.elapsed().plus(PLANNED_ANEW_AFTER);
      Topology topology = topology();
      learn(topology);
      recoverFacts(topology);
      isMore = rounds.run(topology, until);
    }
  }

  /**
   * What is known of cameras changes what is expected of them, also in windows long past. That is
   * noted first: whoever dies before the topology is noted does it all again.
   */
  private void learn(Topology topology) {
    Optional<Topology> before = ledger.topology();
    if (!settings.acceptLoss()) {
      TopologyLoss.check(before, topology);
    }
    Set<PlaceId> changed =
        before.map(known -> ExpectationChanges.between(known, topology)).orElse(Set.of());
    if (!changed.isEmpty()) {
      Stream.concat(settings.exports().stream(), settings.others().stream())
          .forEach(
              export ->
                  ledger.noteExpected(
                      export.name(),
                      changed,
                      FactRules.of(export, catalogue, Optional.of(topology))::expected));
    }
    ledger.noteTopology(topology, ports.clock().now());
    tagAssignments.ifPresent(tags -> ledger.noteTagging(tags, ports.clock().now()));
    tellZoneDoubts(topology);
  }

  /** Told once, with what was learnt first. */
  private void tellZoneDoubts(Topology topology) {
    if (areZoneDoubtsTold) {
      return;
    }
    areZoneDoubtsTold = true;
    for (HistoryExport export : settings.exports()) {
      if (export.additions().additions().contains(Addition.UTC)) {
        ZoneDoubts.sentence(locations(export, topology), export.additions().zones())
            .ifPresent(sentence -> listener.onWarning("%s: %s".formatted(export.name(), sentence)));
      }
    }
  }

  private static List<Location> locations(HistoryExport export, Topology topology) {
    return export.sources() instanceof SourceSelection.Listed listed
        ? AskedLocations.of(
            export.template().request(export.firstWindow(), listed.sources()), topology)
        : topology.locations();
  }

  /** Of those that are asked for now; each tag costs a call. */
  private boolean areTagsAsked() {
    return settings.exports().stream()
        .anyMatch(export -> export.additions().additions().contains(Addition.TAGS));
  }

  /** Only what an earlier version left has to be made good, and only once. */
  private void recoverFacts(Topology topology) {
    FactRecovery recovery = new FactRecovery(ledger, ports.listed(), steps);
    for (HistoryExport export : settings.exports()) {
      recovery.recover(export, FactRules.of(export, catalogue, Optional.of(topology)));
    }
  }

  /**
   * At the start, before anything changes, and at the end, so that a copy that is put back forgets
   * as little as can be. A history without today's copy of its ledger is still a history.
   *
   * @return whether there is a copy; where not, the user has been told
   */
  private boolean backUp() {
    try {
      ledger.backUp(ports.clock().now());
      return true;
    } catch (ExportException failure) {
      if (failure.kind() != FailureKind.OUTPUT_NOT_WRITTEN) {
        throw failure;
      }
      listener.onWarning("The ledger was not copied: " + failure.getMessage());
      return false;
    }
  }

  /** The files of the history are whole without these, and the next sync writes them. */
  private void writeDimensions() {
    new DimensionUpdate(ledger, ports.dimensions())
        .write(settings.wantsTags())
        .forEach(reason -> listener.onWarning("What places are called was not written: " + reason));
  }

  /** The connection that the listing had is given up: exports go over all that there are. */
  private Topology topology() {
    Pacer pacer = ports.pacers().get();
    Directory directory = ports.session().directory(pacer, topologyCalls);
    ListLocations listing =
        new ListLocations(
            directory, pacer, ports.session().limits(), settings.topologyPolicy(), listener);
    try {
      return steps.run(listing::cancel, () -> topology(listing));
    } finally {
      directory.rest();
    }
  }

  private Topology topology(ListLocations listing) {
    Topology topology = listing.topology();
    if (areTagsAsked()) {
      TagAssignments tags = listing.tagAssignments(topology);
      tagAssignments = Optional.of(tags);
      if (!tags.untold().isEmpty()) {
        listener.onWarning(
            "VidiCenter does not say what has the tag %s%s, so nothing is shown with it."
                .formatted(
                    QuotedText.of(tags.untold().get(0)),
                    tags.untold().size() == 1
                        ? ""
                        : " and %s more".formatted(NumberText.of(tags.untold().size() - 1))));
      }
    }
    return topology;
  }

  /**
   * Ends the sync soon, whatever it is doing, as {@code CANCELLED}. May be called more than once.
   */
  public void cancel() {
    steps.cancel();
    time.cancel();
  }
}
