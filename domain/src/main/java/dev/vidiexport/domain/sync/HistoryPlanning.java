package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.HistoryPlan;
import dev.vidiexport.domain.planning.HistoryPlanner;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.UploadTimeline;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans a history by what its ledger says. */
public final class HistoryPlanning {
  private HistoryPlanning() {}

  /**
   * What there is to do.
   *
   * @param exports in the order of the project file
   * @param topology what there is; empty where nobody ever said
   */
  public static HistoryPlan plan(
      LedgerReader ledger,
      List<HistoryExport> exports,
      Optional<Topology> topology,
      PlanSettings settings,
      DataCatalogue catalogue) {
    UploadTimeline uploads = uploads(ledger);
    List<ExportPlan> plans = new ArrayList<>();
    for (HistoryExport export : exports) {
      HistoryPlanner planner = new HistoryPlanner(export, topology, uploads, settings, catalogue);
      ledger.slices(export.name(), planner::add);
      plans.add(planner.plan());
    }
    return HistoryPlan.of(plans, settings.order());
  }

  private static UploadTimeline uploads(LedgerReader ledger) {
    UploadTimeline.Builder uploads = new UploadTimeline.Builder();
    ledger.uploads(uploads::add);
    return uploads.build();
  }
}
