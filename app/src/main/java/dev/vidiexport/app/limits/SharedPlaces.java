package dev.vidiexport.app.limits;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Places of one kind, connections or exports, as one run takes and gives them back. What becomes
 * free is left to whoever waits and holds fewer places, or as many and waits longer. Not
 * thread-safe.
 */
final class SharedPlaces {
  private final SlotLocks slots;
  private final int first;
  private final int places;
  private final int most;
  private final WaitingLine line;
  private int held;

  /**
   * Places of which this run holds none.
   *
   * @param first the number of the first of them
   * @param places how many there are
   * @param most no more may be held at a time, by all runs together, when this one takes any
   */
  SharedPlaces(SlotLocks slots, int first, int places, int most, WaitingLine line) {
    this.slots = slots;
    this.first = first;
    this.places = places;
    this.most = most;
    this.line = line;
  }

  /**
   * Takes one. Whoever does so holds the file's mutex.
   *
   * @return null when there is no room, or only for those who go before
   */
  @Nullable FileLock take(Duration now) throws IOException {
    int used = slots.held(first, places);
    FileLock place =
        used + line.ahead(held, used, now) < most ? slots.takeAny(first, places) : null;
    if (place == null) {
      line.await(held, most, now, Duration.ZERO);
    } else {
      held++;
      line.leave();
    }
    return place;
  }

  /** Whoever waits for a place wants none any more; holds the file's mutex. */
  void giveUp() throws IOException {
    line.leave();
  }

  /** Gives one back. */
  void giveBack(FileLock place, Duration now) throws IOException {
    place.release();
    held--;
    line.goBehind(now);
  }

  /** How many there are. */
  int count() {
    return places;
  }

  /** The number of a place among these, from 0 on. */
  int number(FileLock place) {
    return SlotLocks.place(place) - first;
  }

  /** Whether anybody holds the place of that number. */
  boolean isHeld(int number) throws IOException {
    return slots.isHeld(first + number);
  }
}
