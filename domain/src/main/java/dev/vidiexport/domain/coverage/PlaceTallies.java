package dev.vidiexport.domain.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tally of a place by its id, without boxing it: a table of which at most half is taken,
 * where a place stands at its hash or behind it. For one thread.
 */
final class PlaceTallies {
  /** More places than this are not in one answer that VidiCenter would build. */
  static final int MOST_PLACES = 100_000;

  /** 32 MiB for the bits of all places. */
  private static final int MOST_WORDS = 4 * 1024 * 1024;

  private static final int FIRST_SLOTS = 64;

  private final int words;
  private final int mostPlaces;
  private final PlaceTally spare;
  private @Nullable PlaceTally[] slots = new PlaceTally[FIRST_SLOTS];
  private int size;
  private boolean isFull;
  private PlaceTally last;

  /**
   * Without places.
   *
   * @param periods how many there may be of each
   */
  PlaceTallies(int periods) {
    words = (periods + Long.SIZE - 1) / Long.SIZE;
    mostPlaces = Math.min(MOST_PLACES, MOST_WORDS / Math.max(1, 2 * words));
    spare = new PlaceTally(0, words);
    last = spare;
  }

  /** The tally of a place; beyond the most places one whose counts mean nothing. */
  PlaceTally of(long id) {
    if (last.id() != id || last == spare) {
      last = find(id);
    }
    return last;
  }

  private PlaceTally find(long id) {
    int slot = slotOf(id);
    PlaceTally found = slots[slot];
    if (found != null) {
      return found;
    }
    if (size == mostPlaces) {
      isFull = true;
      return spare;
    }
    PlaceTally made = new PlaceTally(id, words);
    slots[slot] = made;
    size++;
    if (size > slots.length / 2) {
      grow();
    }
    return made;
  }

  /** Where a place stands, or would. */
  private int slotOf(long id) {
    int mask = slots.length - 1;
    long mixed = id * 0x9e3779b97f4a7c15L;
    int slot = (int) (mixed >>> 32) & mask;
    PlaceTally there = slots[slot];
    while (there != null && there.id() != id) {
      slot = (slot + 1) & mask;
      there = slots[slot];
    }
    return slot;
  }

  private void grow() {
    List<PlaceTally> all = all();
    slots = new PlaceTally[slots.length * 2];
    all.forEach(place -> slots[slotOf(place.id())] = place);
  }

  /** Whether there were more places than are counted. */
  boolean isFull() {
    return isFull;
  }

  /** All that are counted, ascending by id. */
  List<PlaceTally> all() {
    List<PlaceTally> all = new ArrayList<>();
    for (PlaceTally place : slots) {
      if (place != null) {
        all.add(place);
      }
    }
    all.sort(Comparator.comparing(PlaceTally::id));
    return all;
  }
}
