package dev.vidiexport.domain.export;

import dev.vidiexport.domain.typing.ValueKind;

/**
 * Keeps nothing of the rows: only the discovery sees them, so that the next answer can be streamed.
 *
 * @param reason how the rows deviated from the columns seen at first, or from those that are fixed
 */
record DiscoveringOnly(String reason) implements RowStage {
  @Override
  public RowStage value(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    return this;
  }

  @Override
  public RowStage giveUp(String later) {
    return this;
  }

  @Override
  public RowStage endRow(long bodyBytes) {
    return this;
  }

  @Override
  public RowStage endRows() {
    return this;
  }
}
