package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SourceSet;
import dev.vidiexport.domain.history.TimeWindow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what is in a closed window and what it lacks. For one thread, window after window.
 *
 * <p>Whose sources a slice keeps: one with an answer keeps its own for life. One without an answer
 * keeps them, too, so that VidiCenter is asked for what it may be building, its failures are
 * counted, and halves stay halves; but only as long as each of its sources is still asked for,
 * listed, and in no other slice. Else it is dropped, and what is left of it is packed anew.
 */
final class WindowReview {
  private final AskedSources sources;
  private final boolean isFree;
  private final SliceRules rules;
  private final CellCalendar calendar;
  private final PlanDraft draft;

  private final BitSet covered = new BitSet();
  private final List<SliceRecord> unanswered = new ArrayList<>();
  private @Nullable WindowState first;
  private boolean isWhole;
  private WindowListener listener = (window, state, whole) -> {};
  private int guess;

  WindowReview(
      AskedSources sources,
      boolean isFree,
      SliceRules rules,
      CellCalendar calendar,
      PlanDraft draft) {
    this.sources = sources;
    this.isFree = isFree;
    this.rules = rules;
    this.calendar = calendar;
    this.draft = draft;
  }

  /** Tells somebody of each selected window from now on. */
  void listener(WindowListener value) {
    listener = value;
  }

  /**
   * Reviews a window.
   *
   * @param slices what the ledger knows of it
   * @param isSelected whether anything but retirement is of interest
   */
  void review(TimeWindow window, List<SliceRecord> slices, boolean isSelected) {
    covered.clear();
    unanswered.clear();
    first = null;
    isWhole = true;
    guess = 0;
    for (SliceRecord slice : slices) {
      if (slice.answer().isEmpty()) {
        unanswered.add(slice);
      } else if (!cover(slice.key().sources())) {
        retire(slice);
      } else if (isSelected) {
        stand(slice);
      }
    }
    BitSet cells = cells(window);
    reviewUnanswered(cells, isSelected);
    if (isSelected) {
      reviewRest(window, cells);
      draft.tally.add(Optional.ofNullable(first));
      listener.onReviewed(window, Optional.ofNullable(first), isWhole);
    }
  }

  /** Sources that are not free have one slice, and so all cells or none. */
  private BitSet cells(TimeWindow window) {
    BitSet cells = calendar.cells(window);
    if (isFree || cells.isEmpty()) {
      return cells;
    }
    BitSet all = new BitSet();
    all.set(0, sources.size());
    return all;
  }

  private void reviewUnanswered(BitSet cells, boolean isSelected) {
    // What is under way comes first: it must be asked for as it was.
    for (boolean isUnderWay : new boolean[] {true, false}) {
      for (SliceRecord slice : unanswered) {
        if (slice.underWay() == isUnderWay) {
          reviewUnanswered(slice, cells, isSelected);
        }
      }
    }
  }

  private void reviewUnanswered(SliceRecord slice, BitSet cells, boolean isSelected) {
    SourceSet wanted = slice.key().sources();
    if (haveAllLeft(wanted)) {
      retire(slice);
    } else if (!isSelected) {
      return;
    } else if (isKept(wanted, cells) || rules.isTried(slice)) {
      cover(wanted);
      stand(slice);
    } else {
      draft.dropped.add(slice.key().window(), wanted);
    }
  }

  private boolean haveAllLeft(SourceSet wanted) {
    for (int at = 0; at < wanted.size(); at++) {
      if (indexOf(wanted.id(at)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Slices come by their first id, so that mostly a source is the next one, or the same again. */
  private int indexOf(long id) {
    int index = sources.indexOf(id, guess);
    guess = index >= 0 ? index : guess;
    return index;
  }

  private boolean isKept(SourceSet wanted, BitSet cells) {
    if (!isFree && wanted.size() != sources.size()) {
      return false;
    }
    for (int at = 0; at < wanted.size(); at++) {
      int index = indexOf(wanted.id(at));
      if (index < 0 || !cells.get(index) || covered.get(index) || !sources.listed().get(index)) {
        return false;
      }
    }
    return true;
  }

  /** Notes the cells of a slice; false where all its sources have left. */
  private boolean cover(SourceSet wanted) {
    boolean isWanted = false;
    for (int at = 0; at < wanted.size(); at++) {
      int index = indexOf(wanted.id(at));
      if (index >= 0) {
        covered.set(index);
        isWanted = true;
      }
    }
    if (isWanted && !isFree) {
      covered.set(0, sources.size());
    }
    return isWanted;
  }

  private void retire(SliceRecord slice) {
    draft.retired.add(slice.key().window(), slice.key().sources());
    hold(WindowState.RETIRED);
  }

  private void stand(SliceRecord slice) {
    isWhole &= slice.answer().isPresent();
    SliceStanding standing = rules.standing(slice, isListed(slice.key().sources()));
    hold(standing.state());
    if (standing.purpose().isEmpty()) {
      return;
    }
    if (standing.timely()) {
      draft.ask(
          new PlannedSlice(
              slice.key(),
              standing.purpose().get(),
              Optional.of(slice),
              isFree && slice.answer().isEmpty() && slice.key().sources().size() > 1,
              standing.dueReason(),
              standing.notBefore()));
    } else {
      draft.postponed.add(slice.key().window(), slice.key().sources());
    }
  }

  /** What has left the topology cannot be asked for again; its file is what there is. */
  private boolean isListed(SourceSet wanted) {
    for (int at = 0; at < wanted.size(); at++) {
      int index = indexOf(wanted.id(at));
      boolean isListed = index >= 0 ? sources.listed().get(index) : sources.isListed(wanted.id(at));
      if (!isListed) {
        return false;
      }
    }
    return true;
  }

  private void reviewRest(TimeWindow window, BitSet cells) {
    BitSet rest = (BitSet) cells.clone();
    rest.andNot(covered);
    BitSet unlisted = (BitSet) rest.clone();
    unlisted.andNot(sources.listed());
    isWhole &= rest.isEmpty();
    if (!unlisted.isEmpty()) {
      hold(WindowState.REFUSED);
      draft.addUnlisted(window, sources.some(isFree ? unlisted : rest));
      rest.and(isFree ? sources.listed() : new BitSet());
    }
    if (!rest.isEmpty()) {
      hold(WindowState.MISSING);
      draft.lack(window, rest);
    }
  }

  private void hold(WindowState state) {
    if (first == null || state.compareTo(first) < 0) {
      first = state;
    }
  }
}
