package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SourceFreedom;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans an export: shown all its slices, in the order of the ledger, it finds what there is to do.
 * The same slices, topology and settings make the same plan. For one thread, and for one plan.
 *
 * <p>It looks at one window at a time and keeps none of the slices but those that are asked for
 * first, so that its memory hardly grows with them: by a few bytes for each slice that is
 * postponed, retired or dropped, and a bit for each cell that is missing.
 */
public final class HistoryPlanner {
  /**
   * How many slices a plan holds at most: more than can be asked for in the hour after which a sync
   * plans anew, which are 1,500 at two calls each and 50 calls a minute.
   */
  public static final int MOST_SLICES = 5_000;

  private final HistoryExport export;
  private final WindowClosings closings;
  private final WindowSpan span;
  private final AskedSources sources;
  private final RowReckoning reckoning;
  private final PlanDraft draft;
  private final WindowReview review;
  private final MissingSlices missingSlices;

  private final List<SliceRecord> slices = new ArrayList<>();
  private @Nullable TimeWindow window;
  private TimeWindow nextToReview;
  private boolean isPlanned;

  /**
   * Plans from nothing on.
   *
   * @param topology what there is; empty where nobody ever said, so that all that is listed in the
   *     project file counts as being there
   * @param uploads what was known of uploads before
   * @throws IllegalArgumentException when the export is of all sources, and the topology is empty,
   *     or its sources are not free
   */
  public HistoryPlanner(
      HistoryExport export,
      Optional<Topology> topology,
      UploadTimeline uploads,
      PlanSettings settings,
      DataCatalogue catalogue) {
    this.export = requireNonNull(export, "export must not be null");
    boolean isFree =
        SourceFreedom.isFree(catalogue, export.template().dataType(), export.sources().kind());
    if (!isFree && export.sources() instanceof SourceSelection.All) {
      throw new IllegalArgumentException(
          "sources that are not free must be listed, but %s asks for all".formatted(export.name()));
    }
    this.closings = WindowClosings.of(export, topology);
    this.span = new WindowSpan(export, settings, closings);
    this.sources = AskedSources.of(export.sources(), topology);
    this.reckoning = new RowReckoning(export.template(), catalogue);
    this.draft = new PlanDraft(export, settings.order());
    this.review =
        new WindowReview(
            sources,
            isFree,
            new SliceRules(
                ExportIdentity.of(export),
                DueRules.of(export, closings, topology, uploads, settings.asOf()),
                settings),
            CellCalendar.of(sources, topology),
            draft);
    this.missingSlices = new MissingSlices(export, sources, isFree, reckoning, settings.order());
    this.nextToReview = span.first();
  }

  /** Tells somebody how windows stand; to be called before anything else. */
  public void listen(WindowListener listener) {
    review.listener(requireNonNull(listener, "listener must not be null"));
  }

  /**
   * Takes a slice of the export.
   *
   * @throws IllegalArgumentException when it is of another export, or of an earlier window than the
   *     last one
   * @throws IllegalStateException when the plan is made
   */
  public void add(SliceRecord slice) {
    requireUnplanned();
    SliceKey key = slice.key();
    if (!key.export().equals(export.name())) {
      throw new IllegalArgumentException(
          "slice must be of %s, but was of %s".formatted(export.name(), key.export()));
    }
    if (key.window().length() != export.windowLength()
        || key.sources().kind() != export.sources().kind()) {
      setAside(slice);
      return;
    }
    if (!key.window().equals(window)) {
      begin(key.window());
    }
    slices.add(slice);
  }

  /** Before there was a file, the entry may have had other windows or another kind of sources. */
  private void setAside(SliceRecord slice) {
    (slice.answer().isPresent() ? draft.retired : draft.dropped)
        .add(slice.key().window(), slice.key().sources());
  }

  private void begin(TimeWindow next) {
    if (window != null && next.compareTo(window) < 0) {
      throw new IllegalArgumentException(
          "slices must come by window, but %s came after %s".formatted(next, window));
    }
    endWindow();
    window = next;
  }

  private void endWindow() {
    if (window == null) {
      return;
    }
    learn(window);
    if (!span.contains(window)) {
      slices.forEach(slice -> draft.retired.add(window, slice.key().sources()));
      if (span.isSelected(window)) {
        draft.tally.add(Optional.of(WindowState.RETIRED));
      }
    } else if (span.isClosed(window)) {
      reviewUpTo(window);
      review.review(window, slices, span.isSelected(window));
      nextToReview = window.next();
    }
    slices.clear();
  }

  private void learn(TimeWindow ended) {
    boolean isAnswered = false;
    int days = ended.days();
    for (SliceRecord slice : slices) {
      if (slice.answer().isPresent()) {
        reckoning.learn(slice.answer().get(), (long) days * slice.key().sources().size());
        isAnswered = true;
      }
    }
    if (isAnswered) {
      reckoning.learnDays(days);
    }
  }

  /** Of these windows the ledger knows nothing. */
  private void reviewUpTo(TimeWindow end) {
    while (nextToReview.compareTo(end) < 0) {
      if (span.isSelected(nextToReview)) {
        review.review(nextToReview, List.of(), true);
      }
      nextToReview = nextToReview.next();
    }
  }

  /**
   * Makes the plan, once all slices have been shown.
   *
   * @throws IllegalStateException when it is made already
   */
  public ExportPlan plan() {
    requireUnplanned();
    isPlanned = true;
    endWindow();
    Optional<TimeWindow> newestClosed = span.newestClosed();
    newestClosed.ifPresent(newest -> reviewUpTo(newest.next()));
    missingSlices.addAll(draft.missing());
    long sourceDays = draft.knownSourceDays() + missingSlices.sourceDays();
    return new ExportPlan(
        export,
        newestClosed.map(newest -> new WindowClosing(closings.overAt(newest), closings.location())),
        draft.tally.counts(span.openWindows()),
        draft.known().count() + missingSlices.slices().count(),
        draft.known().firstWith(missingSlices.slices()),
        draft.postponed.build(),
        draft.unlisted.build(),
        draft.retired.build(),
        draft.dropped.build(),
        sources.unaskable(),
        reckoning.rows(sourceDays),
        reckoning.bytes(sourceDays),
        reckoning.meanFileBytes().stream()
            .mapToObj(mean -> WindowAdvice.on(export, mean))
            .flatMap(Optional::stream)
            .findFirst());
  }

  private void requireUnplanned() {
    if (isPlanned) {
      throw new IllegalStateException("The plan of %s is made".formatted(export.name()));
    }
  }
}
