package dev.vidiexport.domain.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.BitSet;

/** Texts and nested values, as UTF-8 one behind the other. */
final class TextValues extends ColumnValues {
  private static final int FIRST_BYTES = 256;

  private final int[] begins;
  private final int[] ends;
  private final BitSet quoted = new BitSet();
  private byte[] bytes = new byte[FIRST_BYTES];
  private int used;

  TextValues(int maxRows) {
    begins = new int[maxRows];
    ends = new int[maxRows];
  }

  @Override
  int store(int row, ValueScanner value) {
    int room = Math.addExact(used, Math.multiplyExact(value.length(), Utf8.MAX_BYTES_PER_CHAR));
    if (room > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(room, bytes.length + (bytes.length >> 1)));
    }
    begins[row] = used;
    used = Utf8.encode(value.characters(), value.offset(), value.length(), bytes, used);
    ends[row] = used;
    quoted.set(row, value.kind() == ValueKind.TEXT);
    return ends[row] - begins[row];
  }

  String text(int row) {
    return new String(bytes, begins[row], ends[row] - begins[row], UTF_8);
  }

  boolean isQuoted(int row) {
    return quoted.get(row);
  }

  @Override
  void clear() {
    super.clear();
    used = 0;
  }
}
