package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one column have been so far, and the type that follows from it, or the one
 * that was fixed before.
 */
final class DiscoveredColumn {
  private static final int ANY_TYPE = -1;

  private final String name;
  private final @Nullable ColumnType expected;

  /** The bits of the types that the column may have. */
  private final int possibleTypes;

  private final ValueShapes shapes = new ValueShapes();

  private DiscoveredColumn(String name, @Nullable ColumnType expected, int possibleTypes) {
    this.name = name;
    this.expected = expected;
    this.possibleTypes = possibleTypes;
  }

  /** A column whose type follows from its values, and from the one that was expected, if any. */
  static DiscoveredColumn found(String name, @Nullable ColumnType expected) {
    return new DiscoveredColumn(name, expected, ANY_TYPE);
  }

  /** A column that has its type before its values come. */
  static DiscoveredColumn fixed(String name, ColumnType type) {
    return new DiscoveredColumn(name, type, ValueShape.bit(type));
  }

  /** The name in the output. */
  String name() {
    return name;
  }

  @Nullable ColumnType expected() {
    return expected;
  }

  /**
   * Takes note of a value.
   *
   * @param shape the bit of its shape
   * @param types the bits of the types that hold it
   * @return whether a type that the column may have holds it
   */
  boolean add(int shape, int types) {
    shapes.add(shape);
    return (types & possibleTypes) != 0;
  }

  /** The column, with the fixed type, or the narrowest that holds every value without loss. */
  Column column() {
    return new Column(name, type());
  }

  /** Whether neither the catalogue nor any value tells a type. */
  boolean isUntyped() {
    return expected == null && shapes.areNothing();
  }

  private ColumnType type() {
    if (expected != null && possibleTypes != ANY_TYPE) {
      return expected;
    }
    return isUntyped() ? ColumnType.TEXT : narrowest(candidates());
  }

  /** A type that holds every value seen, for a column whose fixed type does not. */
  ColumnType fittingType() {
    return narrowest(List.of(ColumnType.WHOLE, ColumnType.DECIMAL, ColumnType.BOOLEAN));
  }

  private ColumnType narrowest(List<ColumnType> candidates) {
    return candidates.stream().filter(shapes::fit).findFirst().orElse(ColumnType.TEXT);
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
