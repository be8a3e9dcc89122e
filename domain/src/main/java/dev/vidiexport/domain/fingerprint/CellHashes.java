package dev.vidiexport.domain.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.ColumnBits;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;
import java.util.Arrays;

/**
 * Adds the hashes of one column's cells to those of their rows. The hash of a cell has 128 bits:
 * two functions of the value, each with a key of its own that comes from the column's name and
 * type. A null adds nothing. Not thread-safe.
 */
final class CellHashes {
  private static final byte[][] NON_FINITE_WORDS = {
    "NaN".getBytes(UTF_8), "Infinity".getBytes(UTF_8), "-Infinity".getBytes(UTF_8)
  };
  private static final int LONGEST_NON_FINITE_WORD = 9;

  /** All ones in what is infinite or not a number, and in nothing else. */
  private static final long EXPONENT_OF_DOUBLE = 0x7ff0_0000_0000_0000L;

  private final ColumnType type;
  private final long firstKey;
  private final long secondKey;

  /**
   * Begins with the keys of a column.
   *
   * @param received its key as VidiCenter sends it
   */
  CellHashes(String received, ColumnType type) {
    this.type = type;
    byte[] utf8 = received.getBytes(UTF_8);
    TextHash hash = new TextHash();
    hash.hash(
        Arrays.copyOf(utf8, utf8.length + TextHash.SLACK), utf8.length, seedOf(type), utf8.length);
    firstKey = hash.first();
    secondKey = hash.second();
  }

  /** The values are kept in ledgers for ever, so they depend on no order of constants. */
  private static long seedOf(ColumnType type) {
    return switch (type) {
      case WHOLE -> 1;
      case DECIMAL -> 2;
      case TEXT -> 3;
      case BOOLEAN -> 4;
      case TIMESTAMP -> 5;
      case NESTED -> 6;
    };
  }

  /**
   * Adds the cells of a batch.
   *
   * @param column where the column stands in it
   */
  void addTo(BatchScratch scratch, RowBatch batch, int column) {
    switch (type) {
      case WHOLE, BOOLEAN, TIMESTAMP -> {
        ColumnBits.copy(batch, column, scratch.bits, scratch.present);
        addBits(scratch, batch.rows());
      }
      case DECIMAL -> {
        ColumnBits.copy(batch, column, scratch.bits, scratch.present);
        leaveOutNonFinite(scratch, batch.rows());
        addBits(scratch, batch.rows());
      }
      case TEXT, NESTED -> addTexts(scratch, batch, column);
    }
  }

  private static void leaveOutNonFinite(BatchScratch scratch, int rows) {
    for (int row = 0; row < rows; row++) {
      scratch.present[row] &= (scratch.bits[row] & EXPONENT_OF_DOUBLE) != EXPONENT_OF_DOUBLE;
    }
  }

  private void addBits(BatchScratch scratch, int rows) {
    long[] bits = scratch.bits;
    boolean[] present = scratch.present;
    long[] first = scratch.first;
    long[] second = scratch.second;
    for (int row = 0; row < rows; row++) {
      if (present[row]) {
        first[row] += BitMixing.murmur(bits[row] ^ firstKey);
        second[row] += BitMixing.stafford(bits[row] ^ secondKey);
      }
    }
  }

  private void addTexts(BatchScratch scratch, RowBatch batch, int column) {
    TextHash hash = scratch.hash;
    int rows = batch.rows();
    for (int row = 0; row < rows; row++) {
      if (!batch.isNull(row, column)) {
        int length = batch.textLength(row, column);
        byte[] text = scratch.textRoom(length);
        batch.copyText(row, column, text, 0);
        if (!isNonFinite(text, length)) {
          hash.hash(text, length, firstKey, secondKey);
          scratch.first[row] += hash.first();
          scratch.second[row] += hash.second();
        }
      }
    }
  }

  private static boolean isNonFinite(byte[] text, int length) {
    if (length > LONGEST_NON_FINITE_WORD) {
      return false;
    }
    for (byte[] word : NON_FINITE_WORDS) {
      if (length == word.length && Arrays.equals(text, 0, length, word, 0, length)) {
        return true;
      }
    }
    return false;
  }
}
