package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of one column have been so far, and the type that follows from it. */
final class DiscoveredColumn {
  private final String name;
  private final @Nullable ColumnType expected;
  private final ValueShapes shapes = new ValueShapes();

  DiscoveredColumn(String name, @Nullable ColumnType expected) {
    this.name = name;
    this.expected = expected;
  }

  @Nullable ColumnType expected() {
    return expected;
  }

  /** Takes note of a value, given as the bit of its shape. */
  void add(int shape) {
    shapes.add(shape);
  }

  /** The column, with the narrowest type that holds every value seen without loss. */
  Column column() {
    return new Column(name, type());
  }

  /** Whether neither the catalogue nor any value tells a type. */
  boolean isUntyped() {
    return expected == null && shapes.areNothing();
  }

  private ColumnType type() {
    if (isUntyped()) {
      return ColumnType.TEXT;
    }
    return candidates().stream().filter(shapes::fit).findFirst().orElse(ColumnType.TEXT);
  }

  private List<ColumnType> candidates() {
    if (expected == null) {
      return List.of(ColumnType.WHOLE, ColumnType.DECIMAL, ColumnType.BOOLEAN, ColumnType.NESTED);
    }
    return expected == ColumnType.WHOLE
        ? List.of(ColumnType.WHOLE, ColumnType.DECIMAL)
        : List.of(expected);
  }
}
