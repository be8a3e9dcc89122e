package dev.vidiexport.app.simulation;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;

/** Stands before a receiver, and passes all on. */
public abstract class ForwardingRows implements RowReceiver {
  protected final RowReceiver rows;

  protected ForwardingRows(RowReceiver rows) {
    this.rows = rows;
  }

  @Override
  public void ready() {
    rows.ready();
  }

  @Override
  public int column(String key) {
    return rows.column(key);
  }

  @Override
  public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    rows.value(column, kind, utf8, offset, length);
  }

  @Override
  public void nulledInNested(int count) {
    rows.nulledInNested(count);
  }

  @Override
  public void endRow(long bodyBytes) {
    rows.endRow(bodyBytes);
  }
}
