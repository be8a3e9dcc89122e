package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.ColumnType;
import java.util.stream.Stream;

/** The shapes that values have had so far: a set, and faster to add to. Not thread-safe. */
final class ValueShapes {
  private int bits;

  /** Adds one, given as its bit. */
  void add(int shape) {
    bits |= shape;
  }

  private boolean contains(ValueShape shape) {
    return (bits & shape.bit()) != 0;
  }

  /** Whether a column of a type holds values of all these shapes without loss. */
  boolean fit(ColumnType type) {
    return Stream.of(ValueShape.values()).filter(this::contains).allMatch(s -> s.fits(type));
  }

  /** Whether there was nothing but null. */
  boolean areNothing() {
    return (bits & ~ValueShape.NOTHING.bit()) == 0;
  }
}
