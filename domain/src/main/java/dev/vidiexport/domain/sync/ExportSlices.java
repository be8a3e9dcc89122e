package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.export.ExportData;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.RunSettings;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryColumns;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.RequestTemplate;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.planning.SliceVerdict;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.SliceOutput;
import dev.vidiexport.domain.typing.KnownColumns;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Asks for slices of one export, whose columns grow with its files. */
final class ExportSlices {
  private final HistoryExport export;
  private final ExportIdentity identity;
  private final SyncPorts ports;
  private final SyncSettings settings;
  private final SyncListener listener;
  private final KnownColumns catalogueColumns;
  private final CancellableStep steps;
  private List<NumberedColumn> columns;
  private int calls;

  ExportSlices(
      HistoryExport export,
      SyncPorts ports,
      SyncSettings settings,
      SyncListener listener,
      DataCatalogue catalogue,
      CancellableStep steps) {
    this.export = export;
    this.identity = ExportIdentity.of(export);
    this.ports = ports;
    this.settings = settings;
    this.listener = listener;
    this.steps = steps;
    RequestTemplate template = export.template();
    this.catalogueColumns =
        catalogue.columns(
            template.dataType(), template.timeResolution(), template.groupByDemographics());
    this.columns =
        ports.ledger().exports().stream()
            .filter(known -> known.name().equals(export.name()))
            .findAny()
            .map(LedgerExport::columns)
            .orElse(List.of());
  }

  /**
   * Asks for a slice until it has an answer, or will have none.
   *
   * @throws ExportException when the ledger or the folder cannot be written
   */
  SliceResult ask(PlannedSlice slice) {
    SliceKey key = slice.key();
    Instant askedAt = ports.clock().now();
    ports.ledger().noteAsked(key, askedAt);
    HistoryColumns slots =
        HistoryColumns.of(catalogueColumns, export.columns(), columns, export.windowLength());
    SlicePublication publication =
        new SlicePublication(
            ports.ledger(),
            ports.files(),
            ports.clock(),
            key,
            identity,
            slice.known().flatMap(SliceRecord::answer),
            askedAt);
    try (SliceOutput output = ports.files().output(key)) {
      SliceDestination destination = new SliceDestination(output, slots, publication);
      return run(key, slots, destination);
    }
  }

  private SliceResult run(SliceKey key, HistoryColumns slots, SliceDestination destination) {
    Pacer pacer = ports.pacers().get();
    ExportData data =
        new ExportData(
            ports.session().vidiCenter(pacer, ports.calls()),
            destination,
            pacer,
            listener.onSlice(key, pacer),
            ports.threads(),
            new RunSettings(
                export.template().request(key.window(), key.sources()),
                slots.fixed(),
                rowsBefore(key),
                false,
                false,
                settings.slicePolicy(),
                settings.programVersion()));
    ExportOutcome outcome = steps.run(data::cancel, data::run);
    calls += outcome.receipt().calls();
    if (outcome.failure().isPresent()) {
      return new SliceResult.Unanswered(outcome.failure().get());
    }
    destination.grownColumns().ifPresent(grown -> columns = grown);
    return destination.result();
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
    ports
        .ledger()
        .noteFailed(
            slice.key(),
            new SliceFailure(
                failure.kind(),
                ports.session().withoutSecrets(failure.getMessage()),
                ports.clock().now(),
                verdict == SliceVerdict.REFUSED ? before + 1 : 0,
                identity.asking()));
  }

  /** How many calls were sent since this was asked last. */
  int takeCalls() {
    int taken = calls;
    calls = 0;
    return taken;
  }
}
