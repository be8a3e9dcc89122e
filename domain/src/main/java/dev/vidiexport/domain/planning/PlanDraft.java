package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plan is made from, as it is found window by window. For one thread. */
final class PlanDraft {
  final WindowTally tally = new WindowTally();
  final SliceKeys.Builder retired;
  final SliceKeys.Builder dropped;
  final SliceKeys.Builder postponed;
  final SliceKeys.Builder unlisted;
  private final FirstSlices known;
  private final List<MissingCells> missing = new ArrayList<>();
  private long knownSourceDays;
  private @Nullable SourceSet lastUnlisted;

  PlanDraft(HistoryExport export, PlanOrder order) {
    this.retired = new SliceKeys.Builder(export.name());
    this.dropped = new SliceKeys.Builder(export.name());
    this.postponed = new SliceKeys.Builder(export.name());
    this.unlisted = new SliceKeys.Builder(export.name());
    this.known = new FirstSlices(order, HistoryPlanner.MOST_SLICES);
  }

  /** A slice that the ledger knows is to be asked for. */
  void ask(PlannedSlice slice) {
    known.add(slice);
    knownSourceDays += (long) slice.key().sources().size() * slice.key().window().days();
  }

  /** The slices to be asked for that the ledger knows. */
  FirstSlices known() {
    return known;
  }

  /** Of these, sources × days. */
  long knownSourceDays() {
    return knownSourceDays;
  }

  /** Cells of a window have neither an answer nor a slice; windows mostly lack the same. */
  void lack(TimeWindow window, BitSet cells) {
    BitSet last = missing.isEmpty() ? cells : missing.get(missing.size() - 1).cells();
    missing.add(new MissingCells(window, last.equals(cells) ? last : (BitSet) cells.clone()));
  }

  /** All that are lacking, by window. */
  List<MissingCells> missing() {
    return missing;
  }

  /** Sources of a window are not listed. */
  void addUnlisted(TimeWindow window, SourceSet sources) {
    SourceSet last = lastUnlisted;
    SourceSet shared = last != null && last.equals(sources) ? last : sources;
    lastUnlisted = shared;
    unlisted.add(window, shared);
  }

  /** Cells, by the indexes of their sources. */
  record MissingCells(TimeWindow window, BitSet cells) {}
}
