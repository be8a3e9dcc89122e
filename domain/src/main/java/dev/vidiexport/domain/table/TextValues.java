package dev.vidiexport.domain.table;

/** Texts and nested values: where they stand among the bytes of the batch. */
final class TextValues extends ColumnValues {
  private final int[] begins;
  private final int[] ends;
  private final boolean[] quoted;
  private final TextBytes bytes;

  TextValues(ColumnType type, int maxRows, TextBytes bytes) {
    super(type, maxRows);
    begins = new int[maxRows];
    ends = new int[maxRows];
    quoted = new boolean[maxRows];
    this.bytes = bytes;
  }

  void store(int row, byte[] utf8, int offset, int length, boolean isQuoted) {
    begins[row] = bytes.used();
    bytes.add(utf8, offset, length);
    ends[row] = bytes.used();
    quoted[row] = isQuoted;
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
  void copyBits(long[] into, int rows) {
    throw new IllegalArgumentException("Texts are not of 64 bits each");
  }
}
