package dev.vidiexport.sinks.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Gives each different value a number, from 0 on. Not thread-safe. */
final class FixedDictionary {
  private static final int FIRST_SLOTS = 64;
  private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

  private final int most;
  private final FixedValues kind;

  /** For each slot the number of the value in it, plus one; 0 where there is none. */
  private int[] slots = new int[FIRST_SLOTS];

  private long[] values = new long[FIRST_SLOTS / 2];
  private int size;

  /** Takes no more different values than these; each takes eight bytes here. */
  FixedDictionary(int most, FixedValues kind) {
    this.most = most;
    this.kind = kind;
  }

  /**
   * Translates values into their numbers.
   *
   * @return whether there was room for all of them
   */
  boolean translate(long[] from, int count, int[] into) {
    for (int index = 0; index < count; index++) {
      int id = id(from[index]);
      if (id < 0) {
        return false;
      }
      into[index] = id;
    }
    return true;
  }

  private int id(long value) {
    int slot = slot(value);
    while (slots[slot] != 0) {
      int id = slots[slot] - 1;
      if (values[id] == value) {
        return id;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == most) {
      return -1;
    }
    if (size == values.length) {
      grow();
      slot = freeSlot(value);
    }
    values[size++] = value;
    slots[slot] = size;
    return size - 1;
  }

  private void grow() {
    values = Arrays.copyOf(values, size * 2);
    slots = new int[size * 4];
    for (int id = 0; id < size; id++) {
      slots[freeSlot(values[id])] = id + 1;
    }
  }

  private int freeSlot(long value) {
    int slot = slot(value);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int slot(long value) {
    int bits = Integer.numberOfTrailingZeros(slots.length);
    return (int) ((value * GOLDEN_RATIO) >>> (Long.SIZE - bits));
  }

  /** How many different values there are. */
  int size() {
    return size;
  }

  /** How many bytes they take in the file. */
  int bytes() {
    return size * kind.bytesEach();
  }

  /** The first values, as Parquet writes them. */
  ByteBuffer encoded(int count) {
    return kind.encoded(values, count);
  }
}
