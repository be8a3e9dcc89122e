package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.NotUnicodeException;
import dev.vidiexport.domain.table.RowBatchBuilder;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.table.Utf8;
import dev.vidiexport.domain.text.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the columns of a table from its rows, and from what is known of them beforehand. What it
 * finds depends on which values there are, not on their order; only columns that nobody knew stand
 * in the order in which they appeared. Of columns that were fixed it finds out which ones the rows
 * have, and whether the values fit.
 *
 * <p>Types join upwards: whole numbers and decimals are decimals, as long as a double holds every
 * whole number exactly; numbers that are not finite are decimals; any other mixture is text. Not
 * thread-safe.
 */
public final class SchemaDiscovery {
  /** Keys are kept as long as the answer is read, so all of them together have a bound. */
  static final int MAX_CHARACTERS_OF_NAMES = 4 * 1024 * 1024;

  private final ColumnLayout layout;
  private final int maxColumns;
  private final Map<String, Integer> indexes = new HashMap<>();
  private DiscoveredColumn[] columns = new DiscoveredColumn[16];
  private final List<String> names = new ArrayList<>();
  private final ValueScanner scanner = new ValueScanner();
  private int charactersOfNames;

  /**
   * Starts with no row seen.
   *
   * @param maxColumns how many columns there may be; positive
   */
  public SchemaDiscovery(ColumnPolicy policy, int maxColumns) {
    this.layout = ColumnLayout.of(policy);
    this.maxColumns = maxColumns;
  }

  /**
   * The index of a column, counted from 0 in the order of appearance.
   *
   * @throws TooManyColumnsException when this would be one column more than there may be
   * @throws NotUnicodeException when the name is not Unicode
   */
  public int column(String name) {
    Integer index = indexes.get(name);
    return index == null ? add(name) : index;
  }

  private int add(String name) {
    int index = names.size();
    if (index == maxColumns) {
      throw new TooManyColumnsException(
          "more than " + NumberText.of(maxColumns) + " different keys");
    }
    charactersOfNames += name.length();
    if (charactersOfNames > MAX_CHARACTERS_OF_NAMES) {
      throw new TooManyColumnsException(
          "keys of more than " + NumberText.of(MAX_CHARACTERS_OF_NAMES) + " characters together");
    }
    Utf8.check(name.toCharArray(), 0, name.length());
    indexes.put(name, index);
    names.add(name);
    if (index == columns.length) {
      columns = Arrays.copyOf(columns, 2 * index);
    }
    columns[index] = layout.column(name);
    return index;
  }

  /** How many columns have appeared. */
  public int size() {
    return names.size();
  }

  /** The name of the column at an index that {@link #column} gave. */
  public String name(int column) {
    return names.get(column);
  }

  /** The name in the output of the column at an index. */
  public String outputName(int column) {
    return columns[column].name();
  }

  /**
   * Takes note of one value of a column.
   *
   * @return whether the column can hold it; a column whose type is not fixed always can
   */
  public boolean observe(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    DiscoveredColumn target = columns[column];
    scanner.scan(kind, utf8, offset, length, target.expected());
    return target.add(scanner.shape(), scanner.types());
  }

  /**
   * Puts the value that was observed last into a batch.
   *
   * @param schemaColumn where the value's column stands in the batch's schema
   * @return whether its type holds the value; if not, nothing was put
   */
  public boolean store(RowBatchBuilder batch, int schemaColumn) {
    return scanner.putInto(batch, schemaColumn);
  }

  /** Whether a column has been null all along, and nothing tells its type. */
  public boolean isUntyped(int column) {
    return columns[column].isUntyped();
  }

  /** The type of a column: fixed, or the narrowest that holds every value seen; else text. */
  public ColumnType type(int column) {
    return columns[column].column().type();
  }

  /** A type that holds every value of a column seen so far, whatever its fixed type is. */
  public ColumnType fittingType(int column) {
    return columns[column].fittingType();
  }

  /** The columns that hold every value seen so far, or those fixed for the keys seen so far. */
  public Schema schema() {
    Map<String, DiscoveredColumn> found = new LinkedHashMap<>();
    for (int index = 0; index < names.size(); index++) {
      found.put(names.get(index), columns[index]);
    }
    return layout.schema(found);
  }

  /** Whether a schema has exactly the columns of {@link #schema()}, in whatever order. */
  public boolean agreesWith(Schema schema) {
    return new HashSet<>(schema().columns()).equals(new HashSet<>(schema.columns()));
  }
}
