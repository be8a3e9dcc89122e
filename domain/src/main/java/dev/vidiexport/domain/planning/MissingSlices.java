package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.planning.PlanDraft.MissingCells;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Makes slices of cells that are missing. They are made last of all, because what earlier windows
 * brought tells how many sources may share a request. For one thread.
 */
final class MissingSlices {
  private final HistoryExport export;
  private final AskedSources sources;
  private final boolean isFree;
  private final RowReckoning reckoning;
  private final FirstSlices slices;
  private long sourceDays;
  private BitSet lastCells = new BitSet();
  private int lastDays;
  private List<SourceSet> lastPacked = List.of();

  MissingSlices(
      HistoryExport export,
      AskedSources sources,
      boolean isFree,
      RowReckoning reckoning,
      PlanOrder order) {
    this.export = export;
    this.sources = sources;
    this.isFree = isFree;
    this.reckoning = reckoning;
    this.slices = new FirstSlices(order, HistoryPlanner.MOST_SLICES);
  }

  /** Takes missing cells, by window. */
  void addAll(List<MissingCells> missing) {
    missing.forEach(cells -> add(cells.window(), cells.cells()));
  }

  private void add(TimeWindow window, BitSet cells) {
    for (SourceSet packed : packed(window, cells)) {
      slices.add(
          new PlannedSlice(
              new SliceKey(export.name(), window, packed),
              SlicePurpose.MISSING,
              Optional.empty(),
              isFree && packed.size() > 1));
    }
    sourceDays += (long) cells.cardinality() * window.days();
  }

  /** Windows mostly lack the same, and then share the same sources. */
  private List<SourceSet> packed(TimeWindow window, BitSet cells) {
    if (!cells.equals(lastCells) || window.days() != lastDays) {
      lastCells = cells;
      lastDays = window.days();
      lastPacked =
          isFree
              ? SlicePacking.pack(
                  sources,
                  cells,
                  reckoning.mostSources(window.days()),
                  UrlRoom.forIds(export.template(), window, sources.kind()))
              : List.of(sources.some(cells));
    }
    return lastPacked;
  }

  FirstSlices slices() {
    return slices;
  }

  /** Sources × days of all of them. */
  long sourceDays() {
    return sourceDays;
  }
}
