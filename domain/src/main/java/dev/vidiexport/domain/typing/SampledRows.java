package dev.vidiexport.domain.typing;

import java.util.Arrays;

/**
 * The first rows of a table, kept as they were written until their columns are known. Its owner
 * bounds it. Not thread-safe.
 */
public final class SampledRows {
  private static final int END_OF_ROW = -1;

  private byte[] bytes = new byte[1 << 14];
  private int usedBytes;
  private int[] columns = new int[1 << 10];
  private ValueKind[] kinds = new ValueKind[columns.length];
  private int[] lengths = new int[columns.length];
  private int cells;
  private int rows;

  /** Keeps one value of the current row. */
  public void add(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    int room = Math.addExact(usedBytes, length);
    if (room > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(room, grown(bytes.length)));
    }
    System.arraycopy(utf8, offset, bytes, usedBytes, length);
    usedBytes = room;
    addCell(column, kind, length);
  }

  /** The current row is complete. */
  public void endRow() {
    addCell(END_OF_ROW, ValueKind.NULL, 0);
    rows++;
  }

  private void addCell(int column, ValueKind kind, int length) {
    if (cells == columns.length) {
      int room = grown(cells);
      columns = Arrays.copyOf(columns, room);
      kinds = Arrays.copyOf(kinds, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    columns[cells] = column;
    kinds[cells] = kind;
    lengths[cells] = length;
    cells++;
  }

  private static int grown(int size) {
    return Math.addExact(size, size >> 1);
  }

  /** How many rows are complete. */
  public int rows() {
    return rows;
  }

  /** Gives all complete rows again, in order, as they came. */
  public void replay(Visitor visitor) {
    int offset = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (columns[cell] == END_OF_ROW) {
        visitor.endRow();
      } else {
        visitor.value(columns[cell], kinds[cell], bytes, offset, lengths[cell]);
        offset += lengths[cell];
      }
    }
  }

  /** Takes the rows again. */
  public interface Visitor {
    /** One value of the current row; what it means is said at {@link SampledRows#add}. */
    void value(int column, ValueKind kind, byte[] utf8, int offset, int length);

    /** The current row is complete. */
    void endRow();
  }
}
