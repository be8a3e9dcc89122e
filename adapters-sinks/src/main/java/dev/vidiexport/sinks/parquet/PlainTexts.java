package dev.vidiexport.sinks.parquet;

import dev.vidiexport.domain.table.RowBatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Texts as Parquet writes them plainly: for each its length, in four bytes, and its UTF-8. Not
 * thread-safe.
 */
final class PlainTexts {
  private static final VarHandle LENGTHS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int FIRST_BYTES = 256;

  /** What grew beyond this for a few long texts gives the memory back. */
  private static final int MOST_BYTES_KEPT = 2 * 1024 * 1024;

  private byte[] array = new byte[FIRST_BYTES];
  private int bytes;
  private int[] begins = new int[16];
  private int size;

  /** Adds a text of a batch. */
  void add(RowBatch batch, int row, int column) {
    int length = batch.textLength(row, column);
    int begin = beginNext(length);
    batch.copyText(row, column, array, begin);
    end(length);
  }

  /** Adds a text of others. */
  void add(PlainTexts others, int index) {
    int length = others.length(index);
    int begin = beginNext(length);
    System.arraycopy(others.array, others.begin(index), array, begin, length);
    end(length);
  }

  private int beginNext(int length) {
    int needed = Math.addExact(bytes, Integer.BYTES + length);
    if (needed > array.length) {
      array = Arrays.copyOf(array, Math.max(needed, array.length + (array.length >> 1)));
    }
    if (size == begins.length) {
      begins = Arrays.copyOf(begins, size * 2);
    }
    return bytes + Integer.BYTES;
  }

  private void end(int length) {
    LENGTHS.set(array, bytes, length);
    bytes += Integer.BYTES;
    begins[size++] = bytes;
    bytes += length;
  }

  int size() {
    return size;
  }

  /** What holds the texts, from its index 0 to before {@link #bytes()}. */
  byte[] array() {
    return array;
  }

  int bytes() {
    return bytes;
  }

  /** Where a text begins, behind its length. */
  int begin(int index) {
    return begins[index];
  }

  int length(int index) {
    return (int) LENGTHS.get(array, begins[index] - Integer.BYTES);
  }

  void clear() {
    bytes = 0;
    size = 0;
    if (array.length > MOST_BYTES_KEPT) {
      array = new byte[FIRST_BYTES];
    }
  }
}
