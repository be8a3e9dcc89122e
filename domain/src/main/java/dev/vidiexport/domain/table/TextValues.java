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

  @Override
  void store(int row, ValueScanner value) {
    begins[row] = bytes.used();
    bytes.add(value.utf8(), value.offset(), value.length());
    ends[row] = bytes.used();
    quoted[row] = value.isQuoted();
  }

  String text(int row) {
    return bytes.text(begins[row], ends[row]);
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
}
