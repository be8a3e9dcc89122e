package dev.vidiexport.app.history;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.WindowCounts;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.sync.HistoryPlanning;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells that a history lacks some of the days that are taken out of it. */
final class ExtractGaps {
  private ExtractGaps() {}

  /** A sentence; empty where nothing that is over is missing, or nobody knows what there is. */
  static Optional<String> warning(LedgerReader ledger, ExtractOrder order, Instant asOf) {
    HistoryExport export = order.export();
    Optional<Topology> topology = ledger.topology();
    if (topology.isEmpty() && export.sources() instanceof SourceSelection.All) {
      return Optional.empty();
    }
    PlanSettings settings =
        new PlanSettings(
            asOf,
            order.chosen().selection().start(),
            order.chosen().selection().end(),
            PlanOrder.NEWEST_FIRST,
            false);
    WindowCounts windows =
        HistoryPlanning.plan(
                ledger, List.of(export), topology, settings, DataCatalogue.documented())
            .exports()
            .get(0)
            .windows();
    return warning(windows.missing() + windows.failed() + windows.refused());
  }

  static Optional<String> warning(int windows) {
    return switch (windows) {
      case 0 -> Optional.empty();
      case 1 ->
          Optional.of(
              "1 window of these days is missing in the history, wholly or in part; vidiexport"
                  + " status tells which.");
      default ->
          Optional.of(
              "%s windows of these days are missing in the history, wholly or in part; vidiexport"
                      .formatted(windows)
                  + " status tells which.");
    };
  }
}
