package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.LedgerReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Of which slices of a window a table may have rows. Immutable.
 *
 * @param known ids of slices that have rows, or for which something is announced
 * @param rowless all other slices that the ledger knows, by their ids
 */
record SliceIds(Set<String> known, Map<String, Rowless> rowless) {
  static final SliceIds NONE = new SliceIds(Set.of(), Map.of());

  SliceIds {
    known = Set.copyOf(known);
    rowless = Map.copyOf(rowless);
  }

  /**
   * A slice that has no rows.
   *
   * @param hasAnswer whether that is so because VidiCenter has none
   */
  record Rowless(SliceKey key, boolean hasAnswer, boolean isRetired) {}

  /** By what the ledger says now. */
  static SliceIds of(LedgerReader ledger, String export, TimeWindow window) {
    Set<String> known = new HashSet<>();
    Map<String, Rowless> rowless = new HashMap<>();
    // What is announced first: otherwise it could be noted between the two, and not be seen.
    for (Publication announced : ledger.publications()) {
      if (announced.key().export().equals(export) && announced.key().window().equals(window)) {
        known.add(announced.key().id());
      }
    }
    for (SliceRecord slice : ledger.slicesIn(export, window)) {
      SliceKey key = slice.key();
      if (slice.answer().filter(SliceAnswer::hasRows).isPresent()) {
        known.add(key.id());
      } else {
        rowless.put(
            key.id(),
            new Rowless(key, slice.answer().isPresent(), slice.state() == SliceState.RETIRED));
      }
    }
    return new SliceIds(known, rowless);
  }

  boolean has(String id) {
    return known.contains(id);
  }

  /** What the ledger knows of a slice that should have no rows; empty where it does not know it. */
  Optional<Rowless> rowless(String id) {
    return Optional.ofNullable(rowless.get(id));
  }
}
