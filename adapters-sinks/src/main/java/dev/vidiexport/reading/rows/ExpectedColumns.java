package dev.vidiexport.reading.rows;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.domain.text.QuotedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns that a file may have. Immutable. */
public final class ExpectedColumns {
  private final List<NumberedColumn> all;
  private final Map<String, NumberedColumn> byName = new HashMap<>();

  /**
   * The columns given.
   *
   * @param all at least one, no two with the same name
   */
  public ExpectedColumns(List<NumberedColumn> all) {
    this.all = List.copyOf(all);
    this.all.forEach(column -> byName.put(column.name(), column));
    if (byName.isEmpty() || byName.size() < all.size()) {
      throw new IllegalArgumentException(
          "columns must be at least one, with different names, but were " + all);
    }
  }

  /** All of them, in the order in which they were given. */
  public List<NumberedColumn> all() {
    return all;
  }

  /** The column of a name in files. */
  public Optional<NumberedColumn> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The columns of a file that tells their names.
   *
   * @throws IOException when one is not expected, or comes twice
   */
  public List<NumberedColumn> named(List<String> names, FileProblem problem) throws IOException {
    List<NumberedColumn> found = new ArrayList<>();
    for (String name : names) {
      NumberedColumn column = find(name).orElse(null);
      if (column == null) {
        throw problem.of(unexpected(name));
      }
      if (found.contains(column)) {
        throw problem.of("it has two columns of the name " + QuotedText.of(name));
      }
      found.add(column);
    }
    return found;
  }

  /** What is wrong with a file that has a column of this name. */
  public static String unexpected(String name) {
    return "it has a column %s, which the ledger does not know".formatted(QuotedText.of(name));
  }

  /** The columns as batches have them. */
  public static Schema schema(List<NumberedColumn> columns) {
    return new Schema(columns.stream().map(NumberedColumn::inFiles).toList());
  }
}
