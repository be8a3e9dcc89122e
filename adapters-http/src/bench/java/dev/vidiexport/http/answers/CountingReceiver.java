package dev.vidiexport.http.answers;

import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.typing.ValueKind;

/** Counts what it is given and forgets it. */
final class CountingReceiver implements RowReceiver {
  private int columns;
  private long bytes;

  @Override
  public int column(String key) {
    return columns++;
  }

  @Override
  public void value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    bytes += length;
  }

  @Override
  public void nulledInNested(int count) {
    bytes += count;
  }

  @Override
  public void endRow(long bodyBytes) {
    bytes++;
  }

  long bytes() {
    return bytes;
  }
}
