package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Passes rows on, and remembers the whole ones, so that they can be given again. */
final class ReplayableRows extends ForwardingRows {
  private final List<String> names = new ArrayList<>();
  private final List<List<Value>> whole = new ArrayList<>();
  private List<Value> current = new ArrayList<>();

  ReplayableRows(RowReceiver rows) {
    super(rows);
  }

  @Override
  public int column(String key) {
    int column = super.column(key);
    while (names.size() <= column) {
      names.add(key);
    }
    return column;
  }

  @Override
  public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    byte[] own = Arrays.copyOfRange(utf8, offset, offset + length);
    current.add(new Value(names.get(column), kind, own));
    super.value(column, kind, utf8, offset, length);
  }

  @Override
  public void endRow(long bodyBytes) {
    whole.add(current);
    current = new ArrayList<>();
    super.endRow(bodyBytes);
  }

  /** How many whole rows have come. */
  int rows() {
    return whole.size();
  }

  /** Gives the whole rows again, to another receiver. */
  void replay(RowReceiver other) {
    for (List<Value> row : whole) {
      for (Value value : row) {
        byte[] utf8 = value.utf8();
        other.value(other.column(value.name()), value.kind(), utf8, 0, utf8.length);
      }
      other.endRow(0);
    }
  }

  private record Value(String name, ValueKind kind, byte[] utf8) {}
}
