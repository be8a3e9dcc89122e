package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.history.PublishedFile;
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
 * A slice that has a file, as the ledger lists it. Immutable.
 *
 * @param creationDate when VidiCenter built it, where it said so
 */
record ListedSlice(SliceKey key, PublishedFile file, Optional<String> creationDate) {
  private static final Comparator<ListedSlice> BY_WINDOW_THEN_FILE =
      Comparator.comparing((ListedSlice slice) -> slice.key().window())
          .thenComparing(slice -> slice.file().path());

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

  /** How a slice is listed by now; empty when it has no file any more. */
  Optional<ListedSlice> now(LedgerReader ledger) {
    return ledger.slicesIn(key.export(), key.window()).stream()
        .filter(slice -> slice.key().equals(key))
        .findFirst()
        .flatMap(ListedSlice::of);
  }

  private static Optional<ListedSlice> of(SliceRecord slice) {
    return slice
        .answer()
        .flatMap(
            answer ->
                answer
                    .file()
                    .map(file -> new ListedSlice(slice.key(), file, answer.creationDate())));
  }
}
