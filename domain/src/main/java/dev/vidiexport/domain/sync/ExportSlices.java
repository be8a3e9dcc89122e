package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.FactRules;
import dev.vidiexport.domain.enrichment.PlaceTimeline;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.export.ScheduledExport;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.planning.SliceVerdict;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for slices of one export. */
final class ExportSlices {
  /** VidiCenter keeps an export for about a day (VidiCenter data export, Asynchronous usage). */
  private static final Duration LONGEST_CACHE = Duration.ofHours(36);

  private final HistoryExport export;
  private final ExportIdentity identity;
  private final SyncPorts ports;
  private final LockedLedger ledger;
  private final PublicationTurns turns;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final ExportColumns columns;
  private final DataCatalogue catalogue;
  private final SliceAdditions additions;

  /** By what the topology said last; threads that write look at it. */
  private volatile FactRules rules;

  ExportSlices(
      HistoryExport export,
      SyncPorts ports,
      LockedLedger ledger,
      PublicationTurns turns,
      SyncSettings settings,
      SyncListener listener,
      DataCatalogue catalogue) {
    this.export = export;
    this.identity = ExportIdentity.of(export);
    this.ports = ports;
    this.ledger = ledger;
    this.turns = turns;
    this.settings = settings;
    this.listener = listener;
    this.catalogue = catalogue;
    this.additions = new SliceAdditions(export, ledger.topology());
    this.rules = FactRules.of(export, catalogue, ledger.topology());
    RequestTemplate template = export.template();
    this.columns =
        new ExportColumns(
            export,
            catalogue.columns(
                template.dataType(), template.timeResolution(), template.groupByDemographics()),
            ledger.columns(export.name()));
  }

  HistoryExport export() {
    return export;
  }

  /** What there is was learnt anew. */
  void learn(Topology topology, PlaceTimeline places) {
    additions.learn(topology, places);
    rules = FactRules.of(export, catalogue, Optional.of(topology));
  }

  /** What a user must know of what was added to rows, in whole sentences. */
  List<String> notesOfAdditions() {
    List<String> sentences = new ArrayList<>(additions.notes().sentences());
    additions
        .notes()
        .formula()
        .filter(label -> export.format().equals("csv"))
        .filter(label -> !"guard".equals(export.sinkOptions().get("formulas")))
        .map(label -> "Excel would run the label %s as a formula.".formatted(QuotedText.of(label)))
        .ifPresent(sentences::add);
    return sentences;
  }

  /** What is kept of rows, by what is known now. */
  FactRules rules() {
    return rules;
  }

  /**
   * Begins to ask for a slice; its first call is to follow.
   *
   * @param vidiCenter by which it is asked for, and by nobody else
   * @param whenReady is run at the first sign that VidiCenter has built its export, on the thread
   *     of a call
   * @return closed by whoever asked for it
   * @throws ExportException when the ledger or the folder cannot be written
   */
  SliceUnderWay begin(PlannedSlice slice, VidiCenter vidiCenter, Runnable whenReady) {
    SliceKey key = slice.key();
    Instant askedAt = firstAsk(slice, ports.clock().now());
    ledger.noteAsked(key, askedAt);
    SliceOutput output = ports.store().output(key);
    SliceDestination destination =
        new SliceDestination(
            key,
            output,
            columns,
            () -> rules,
            publication(slice, askedAt),
            additions.of(key.window()),
            additions.notes());
    Pacer pacer = ports.pacers().get();
    ScheduledExport scheduled =
        new ScheduledExport(
            vidiCenter,
            destination,
            pacer,
            listener.onSlice(key, pacer),
            ports.threads(),
            new RunSettings(
                export.template().request(key.window(), key.sources()),
                columns.now().fixed(),
                rowsBefore(key),
                false,
                false,
                settings.slicePolicy(),
                settings.programVersion()),
            whenReady);
    return new SliceUnderWay(slice, destination, scheduled);
  }

  /**
   * When the build was asked for first that may be answered with: one that did not bring its answer
   * may be what VidiCenter still has. What came since then may not be in it.
   */
  private Instant firstAsk(PlannedSlice slice, Instant now) {
    boolean mayBeBuilt =
        slice.known().filter(known -> known.underWay() || known.failure().isPresent()).isPresent();
    return mayBeBuilt
        ? ledger
            .askedAt(slice.key())
            .filter(at -> at.isBefore(now) && at.isAfter(now.minus(LONGEST_CACHE)))
            .orElse(now)
        : now;
  }

  private SlicePublication publication(PlannedSlice slice, Instant askedAt) {
    return new SlicePublication(
        ledger,
        turns,
        ports.store(),
        ports.clock(),
        slice,
        identity,
        settings.acceptLoss(),
        askedAt);
  }

  /** Finest rows are asked for up to the first second of the next window. */
  private Optional<LocalDateTime> rowsBefore(SliceKey key) {
    return export.template().timeResolution().isAggregated()
        ? Optional.empty()
        : Optional.of(key.window().firstSecondAfter());
  }

  /** Notes that a slice has no answer, and is not halved. */
  void fail(PlannedSlice slice, ExportException failure, SliceVerdict verdict) {
    int before = slice.known().flatMap(SliceRecord::failure).map(SliceFailure::refusals).orElse(0);
    ledger.noteFailed(
        slice.key(),
        new SliceFailure(
            failure.kind(),
            ports.session().withoutSecrets(failure.getMessage()),
            ports.clock().now(),
            verdict == SliceVerdict.REFUSED ? before + 1 : 0,
            identity.asking()));
  }
}
