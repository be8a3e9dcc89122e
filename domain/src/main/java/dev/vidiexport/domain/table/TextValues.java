package dev.vidiexport.domain.table;

import java.util.Arrays;

/** Texts and nested values: where they stand among the bytes of the batch. */
final class TextValues extends ColumnValues {
  private int[] begins;
  private int[] ends;
  private boolean[] quoted;
  private final TextBytes bytes;

  TextValues(ColumnType type, int room, TextBytes bytes) {
    super(type, room);
    begins = new int[room];
    ends = new int[room];
    quoted = new boolean[room];
    this.bytes = bytes;
  }

  void store(int row, byte[] utf8, int offset, int length, boolean isQuoted) {
    begins[row] = bytes.used();
    bytes.add(utf8, offset, length);
    ends[row] = bytes.used();
    quoted[row] = isQuoted;
    setPresent(row);
  }

  /** The text of another row, held once for both. */
  void storeAgain(int row, int other) {
    begins[row] = begins[other];
    ends[row] = ends[other];
    quoted[row] = quoted[other];
    setPresent(row);
  }

  String text(int row) {
    return bytes.text(begins[row], ends[row]);
  }

  byte[] bytes() {
    return bytes.array();
  }

  int begin(int row) {
    return begins[row];
  }

  int length(int row) {
    return ends[row] - begins[row];
  }

  int copy(int row, byte[] into, int at) {
    return bytes.copy(begins[row], ends[row], into, at);
  }

  boolean isQuoted(int row) {
    return quoted[row];
  }

  @Override
  void grow(int room) {
    super.grow(room);
    begins = Arrays.copyOf(begins, room);
    ends = Arrays.copyOf(ends, room);
    quoted = Arrays.copyOf(quoted, room);
  }

  @Override
  void copyBits(long[] into, int rows) {
    throw new IllegalArgumentException("Texts are not of 64 bits each");
  }
}
