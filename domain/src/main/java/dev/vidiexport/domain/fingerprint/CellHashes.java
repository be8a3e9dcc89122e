package dev.vidiexport.domain.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.ColumnBits;
import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.RowBatch;

/**
 * Adds the hashes of one column's cells to those of their rows. The hash of a cell has 128 bits:
 * two functions of the value, each with a key of its own that comes from the column's name and
 * type. A null adds nothing. Not thread-safe.
 */
final class CellHashes {
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
    hash.hash(utf8, 0, utf8.length, seedOf(type), utf8.length);
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
    ColumnTexts texts = ColumnTexts.of(batch, column);
    byte[] bytes = texts.bytes();
    long[] first = scratch.first;
    long[] second = scratch.second;
    int rows = batch.rows();
    for (int row = 0; row < rows; row++) {
      if (texts.isPresent(row)) {
        int begin = texts.begin(row);
        int length = texts.length(row);
        if (!NonFiniteText.is(bytes, begin, length)) {
          hash.hash(bytes, begin, length, firstKey, secondKey);
          first[row] += hash.first();
          second[row] += hash.second();
        }
      }
    }
  }
}
