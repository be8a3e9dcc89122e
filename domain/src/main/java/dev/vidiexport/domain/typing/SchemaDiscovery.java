package dev.vidiexport.domain.typing;

import dev.vidiexport.domain.table.Column;
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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the columns of a table from its rows, and from what is known of them beforehand. What it
 * finds depends on which values there are, not on their order; only columns that nobody knew stand
 * in the order in which they appeared.
 *
 * <p>Types join upwards: whole numbers and decimals are decimals, as long as a double holds every
 * whole number exactly; numbers that are not finite are decimals; any other mixture is text. Not
 * thread-safe.
 */
public final class SchemaDiscovery {
  /** Keys are kept as long as the answer is read, so all of them together have a bound. */
  static final int MAX_CHARACTERS_OF_NAMES = 4 * 1024 * 1024;

  private final KnownColumns known;
  private final Map<String, ColumnType> expectedTypes = new HashMap<>();
  private final Set<String> orderedNames = new HashSet<>();
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
  public SchemaDiscovery(KnownColumns known, int maxColumns) {
    this.known = known;
    this.maxColumns = maxColumns;
    known.typedByName().forEach(this::expect);
    known.ordered().forEach(this::expect);
    known.ordered().forEach(column -> orderedNames.add(column.name()));
  }

  private void expect(Column column) {
    expectedTypes.put(column.name(), column.type());
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
    columns[index] = new DiscoveredColumn(name, expectedTypes.get(name));
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

  /** Takes note of one value of a column. */
  public void observe(int column, ValueKind kind, byte[] utf8, int offset, int length) {
    DiscoveredColumn target = columns[column];
    scanner.scan(kind, utf8, offset, length, target.expected());
    target.add(scanner.shape());
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

  /** The narrowest type that holds every value of a column seen so far; text where none does. */
  public ColumnType type(int column) {
    return columns[column].column().type();
  }

  /** The columns that hold every value seen so far: those known first, then the others. */
  public Schema schema() {
    List<Column> found = new ArrayList<>();
    for (Column expected : known.ordered()) {
      Integer index = indexes.get(expected.name());
      if (index != null) {
        found.add(columns[index].column());
      }
    }
    for (int index = 0; index < names.size(); index++) {
      if (!orderedNames.contains(names.get(index))) {
        found.add(columns[index].column());
      }
    }
    return new Schema(found.isEmpty() ? known.whenEmpty() : found);
  }

  /** Whether a schema has exactly the columns of {@link #schema()}, in whatever order. */
  public boolean agreesWith(Schema schema) {
    return new HashSet<>(schema().columns()).equals(new HashSet<>(schema.columns()));
  }
}
