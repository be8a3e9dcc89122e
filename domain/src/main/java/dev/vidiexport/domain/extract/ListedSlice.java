package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.LedgerReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A slice that has rows, as the ledger lists it. Immutable.
 *
 * @param answer with rows
 */
record ListedSlice(SliceKey key, SliceAnswer answer) {
  /** In one window that is the order of names of files. */
  private static final Comparator<ListedSlice> BY_WINDOW_THEN_FILE =
      Comparator.comparing((ListedSlice slice) -> slice.key().window())
          .thenComparing(slice -> slice.key().sources().fileDigits());

  /** The slices of the windows that are asked for, by window, and those of a window by file. */
  static List<ListedSlice> chosen(
      LedgerReader ledger, String export, Predicate<TimeWindow> selection) {
    List<ListedSlice> chosen = new ArrayList<>();
    ledger.slices(
        export,
        slice -> {
          if (selection.test(slice.key().window())) {
            of(slice).ifPresent(chosen::add);
          }
        });
    chosen.sort(BY_WINDOW_THEN_FILE);
    return chosen;
  }

  /** How a slice is listed by now; empty when it has no rows any more. */
  Optional<ListedSlice> now(LedgerReader ledger) {
    return ledger.slicesIn(key.export(), key.window()).stream()
        .filter(slice -> slice.key().equals(key))
        .findFirst()
        .flatMap(ListedSlice::of);
  }

  private static Optional<ListedSlice> of(SliceRecord slice) {
    return slice
        .answer()
        .filter(SliceAnswer::hasRows)
        .map(answer -> new ListedSlice(slice.key(), answer));
  }
}
