package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.enrichment.Enrichment;
import dev.vidiexport.domain.enrichment.EnrichmentNotes;
import dev.vidiexport.domain.enrichment.PlaceDirectory;
import dev.vidiexport.domain.enrichment.PlaceTimeline;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.planning.WindowClosings;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.util.Optional;

/**
 * What is added to the rows of an export's slices, each with the names that places had when its
 * window was over. For the thread of the sync; what it gives may be used on any.
 */
final class SliceAdditions {
  private final HistoryExport export;
  private final EnrichmentNotes notes = new EnrichmentNotes();
  private PlaceTimeline timeline = new PlaceTimeline();
  private WindowClosings closings;
  private int changes;
  private Optional<PlaceDirectory> directory = Optional.empty();

  SliceAdditions(HistoryExport export, Optional<Topology> topology) {
    this.export = export;
    this.closings = WindowClosings.of(export, topology);
  }

  /** What there is was learnt anew. */
  void learn(Topology topology, PlaceTimeline places) {
    timeline = places;
    closings = WindowClosings.of(export, Optional.of(topology));
    directory = Optional.empty();
  }

  /** What is added to the rows of a window; empty where nothing is. */
  Optional<Enrichment> of(TimeWindow window) {
    return export.additions().isEmpty()
        ? Optional.empty()
        : Optional.of(export.additions().enrichment(directory(closings.overAt(window))));
  }

  /** Windows come by time, so that the one before mostly has the same. */
  private PlaceDirectory directory(Instant windowEnd) {
    int before = timeline.changesBefore(windowEnd);
    if (directory.isEmpty() || before != changes) {
      changes = before;
      directory = Optional.of(timeline.before(windowEnd, export.additions().zones()));
    }
    return directory.get();
  }

  /** What a user must know of what was added; from any thread. */
  EnrichmentNotes notes() {
    return notes;
  }
}
