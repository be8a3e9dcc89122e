package dev.vidiexport.sinks.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/** Gives each different text a number, from 0 on. Not thread-safe. */
final class TextDictionary {
  private static final int FIRST_SLOTS = 64;

  private final int mostBytes;
  private final PlainTexts texts = new PlainTexts();

  /** For each slot the number of the text in it, plus one; 0 where there is none. */
  private int[] slots = new int[FIRST_SLOTS];

  private int[] hashes = new int[FIRST_SLOTS / 2];

  /** In which page a text was seen last, to look at it once a page. */
  private int[] pages = new int[FIRST_SLOTS / 2];

  private int page;

  /** Takes no more than these bytes of different texts. */
  TextDictionary(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * Translates texts into their numbers.
   *
   * @return whether there was room for all of them
   */
  boolean translate(PlainTexts from, int[] into) {
    for (int index = 0; index < from.size(); index++) {
      int id = id(from, index);
      if (id < 0) {
        return false;
      }
      into[index] = id;
    }
    return true;
  }

  private int id(PlainTexts from, int index) {
    int begin = from.begin(index);
    int end = begin + from.length(index);
    int hash = hash(from.array(), begin, end);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int id = slots[slot] - 1;
      if (hashes[id] == hash && isAt(id, from.array(), begin, end)) {
        return id;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return texts.bytes() + Integer.BYTES + end - begin > mostBytes ? -1 : add(from, index, hash);
  }

  private boolean isAt(int id, byte[] bytes, int begin, int end) {
    int own = texts.begin(id);
    return Arrays.equals(texts.array(), own, own + texts.length(id), bytes, begin, end);
  }

  private int add(PlainTexts from, int index, int hash) {
    int id = texts.size();
    if (id == hashes.length) {
      grow();
    }
    texts.add(from, index);
    hashes[id] = hash;
    slots[freeSlot(hash)] = id + 1;
    return id;
  }

  private void grow() {
    int size = hashes.length;
    hashes = Arrays.copyOf(hashes, size * 2);
    pages = Arrays.copyOf(pages, size * 2);
    slots = new int[size * 4];
    for (int id = 0; id < size; id++) {
      slots[freeSlot(hashes[id])] = id + 1;
    }
  }

  private int freeSlot(int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static int hash(byte[] bytes, int begin, int end) {
    int hash = 1;
    for (int index = begin; index < end; index++) {
      hash = 31 * hash + bytes[index];
    }
    // The lowest bits alone choose the slot, so the others are folded into them.
    return hash ^ (hash >>> 15);
  }

  /** Tells the smallest and the largest of the texts of a page. */
  void summarize(int[] ids, int size, Statistics<?> statistics) {
    page++;
    for (int index = 0; index < size; index++) {
      int id = ids[index];
      if (pages[id] != page) {
        pages[id] = page;
        statistics.updateStats(
            Binary.fromReusedByteArray(texts.array(), texts.begin(id), texts.length(id)));
      }
    }
  }

  /** How many different texts there are. */
  int size() {
    return texts.size();
  }

  /** How many bytes they take. */
  int bytes() {
    return texts.bytes();
  }

  /** The first texts, as Parquet writes them. */
  ByteBuffer encoded(int count) {
    int end = count == 0 ? 0 : texts.begin(count - 1) + texts.length(count - 1);
    return ByteBuffer.wrap(texts.array(), 0, end);
  }
}
