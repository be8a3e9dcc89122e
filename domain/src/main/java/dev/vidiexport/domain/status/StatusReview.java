package dev.vidiexport.domain.status;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.coverage.ColumnChange;
import dev.vidiexport.domain.coverage.ColumnChanges;
import dev.vidiexport.domain.coverage.CoverageRules;
import dev.vidiexport.domain.coverage.ExpectedPeriods;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.planning.ExportPlan;
import dev.vidiexport.domain.planning.HistoryPlanner;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.UploadTimeline;
import dev.vidiexport.domain.planning.WindowClosings;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out how a history stands by what its ledger says. For one thread. */
public final class StatusReview {
  /** Stands for sources that nobody ever told: whatever they are, nothing of them is there. */
  private static final long ANY_ID = 1;

  private final LedgerReader ledger;
  private final PlanSettings settings;
  private final DataCatalogue catalogue;
  private final Optional<Topology> topology;
  private final UploadTimeline uploads;

  private StatusReview(LedgerReader ledger, PlanSettings settings, DataCatalogue catalogue) {
    this.ledger = requireNonNull(ledger, "ledger must not be null");
    this.settings = requireNonNull(settings, "settings must not be null");
    this.catalogue = requireNonNull(catalogue, "catalogue must not be null");
    this.topology = ledger.topology();
    UploadTimeline.Builder builder = new UploadTimeline.Builder();
    ledger.uploads(builder::add);
    this.uploads = builder.build();
  }

  /**
   * How exports stand.
   *
   * @param exports in the order of the project file
   * @param settings the moment, and which windows are selected
   */
  public static HistoryStatus of(
      LedgerReader ledger,
      List<HistoryExport> exports,
      PlanSettings settings,
      DataCatalogue catalogue) {
    StatusReview review = new StatusReview(ledger, settings, catalogue);
    List<ExportStatus> found = new ArrayList<>();
    exports.forEach(export -> found.add(review.export(export)));
    return new HistoryStatus(settings.asOf(), found);
  }

  private ExportStatus export(HistoryExport export) {
    WindowSurvey windows = new WindowSurvey();
    StoredSum stored = new StoredSum();
    HistoryPlanner planner =
        new HistoryPlanner(plannable(export), topology, uploads, settings, catalogue);
    planner.listen((window, state, isWhole) -> windows.add(window, WindowMarks.of(state), isWhole));
    ledger.slices(
        export.name(),
        slice -> {
          planner.add(slice);
          stored.add(slice);
        });
    ExportPlan plan = planner.plan();
    Optional<CoverageSurvey> coverage = coverage(export, windows);
    List<PlaceStatus> places = coverage.map(CoverageSurvey::places).orElse(List.of());
    return new ExportStatus(
        export,
        plan.windows(),
        stored.amount,
        ledger.lastRun(),
        windows.currentTo(),
        windows.lastBeforeHole().map(window -> behind(export, window)),
        windows.strip(),
        CoverageSurvey.total(CoverageRules.of(export, catalogue), places),
        places,
        changes(export.name()));
  }

  /** A history of all sources that has not begun lacks everything. */
  private HistoryExport plannable(HistoryExport export) {
    if (topology.isPresent() || export.sources() instanceof SourceSelection.Listed) {
      return export;
    }
    return export.withSources(
        new SourceSelection.Listed(SourceSet.of(export.sources().kind(), ANY_ID)));
  }

  private Duration behind(HistoryExport export, TimeWindow last) {
    return Duration.between(WindowClosings.of(export, topology).overAt(last), settings.asOf());
  }

  private Optional<CoverageSurvey> coverage(HistoryExport export, WindowSurvey windows) {
    if (windows.first().isEmpty()) {
      return Optional.empty();
    }
    TimeWindow first = windows.first().orElseThrow();
    TimeWindow last = windows.last().orElseThrow();
    CoverageRules rules = CoverageRules.of(export, catalogue);
    CoverageSurvey survey =
        new CoverageSurvey(
            rules,
            ExpectedPeriods.of(export, rules, topology),
            export.sources(),
            topology,
            first,
            last);
    ledger.coverage(
        export.name(),
        Optional.of(first.firstDay()),
        Optional.of(last.lastDay()),
        place ->
            survey.add(
                place.place().kind(), place.place().id(), place.measured(), place.placeholder()));
    return Optional.of(survey);
  }

  private List<ColumnChange> changes(String export) {
    Optional<RowSpan> rows = ledger.rowSpan(export);
    return ColumnChanges.of(
        ledger.columnSpans(export), rows.map(RowSpan::first), rows.map(RowSpan::last));
  }

  /** Adds up what there is of the windows that are selected. */
  private final class StoredSum {
    private StoredAmount amount = StoredAmount.NONE;

    void add(SliceRecord slice) {
      if (settings.selects(slice.key().window())) {
        slice.answer().map(StoredSum::amount).ifPresent(more -> amount = amount.plus(more));
      }
    }

    private static StoredAmount amount(SliceAnswer answer) {
      return answer.hasRows()
          ? new StoredAmount(1, answer.rows(), answer.file().map(PublishedFile::bytes).orElse(0L))
          : StoredAmount.NONE;
    }
  }
}
