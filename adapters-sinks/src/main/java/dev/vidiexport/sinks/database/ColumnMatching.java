package dev.vidiexport.sinks.database;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnType;
import dev.vidiexport.domain.table.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Finds for the columns of an export those of a table that exists, by their names. Immutable.
 *
 * @param <C> what is known of a column of the table
 * @param table the table's name
 * @param columns its columns, by their folded names
 * @param folded what is the same of names that the database takes for one
 */
public record ColumnMatching<C extends TableColumn>(
    String table, Map<String, C> columns, UnaryOperator<String> folded) {
  /**
   * The columns that take those of an export.
   *
   * @param names what the columns of the export are called in a table
   * @return one for each, in their order; one that does not keep its values takes nulls alone
   * @throws IOException when the table cannot take the rows as they are, with all that stands
   *     against it
   */
  public List<C> columnsFor(Schema rows, List<String> names) throws IOException {
    List<String> problems = new ArrayList<>();
    List<C> found = new ArrayList<>();
    Map<String, C> unmet = new LinkedHashMap<>(columns);
    for (int index = 0; index < rows.size(); index++) {
      Column column = rows.column(index);
      String name = names.get(index);
      C existing = unmet.remove(folded.apply(name));
      if (!name.equals(column.name())) {
        // Others in another order, or one more of them, would bring it another name.
        problems.add(
            "the export's column %s cannot have its own name in a table, so that its values could come under those of another"
                .formatted(QuotedName.of(column.name())));
        continue;
      }
      if (existing == null || !existing.isWritable()) {
        problems.add("it has no column %s to write to".formatted(QuotedName.of(name)));
        continue;
      }
      found.add(existing);
      // A column that is null throughout comes as text, and nulls fit everywhere.
      if (!existing.keeps(column) && column.type() != ColumnType.TEXT) {
        problems.add(
            "its column %s is %s, which does not keep %s values"
                .formatted(QuotedName.of(name), existing.declared(), valueLabel(column)));
      }
    }
    unmet.values().stream()
        .filter(TableColumn::needsValue)
        .forEach(
            column ->
                problems.add(
                    "its column %s needs a value, and the export has none"
                        .formatted(QuotedName.of(column.name()))));
    if (!problems.isEmpty()) {
      throw new IOException(
          "the table %s does not take these rows: %s. Use another table=NAME."
              .formatted(QuotedName.of(table), String.join("; ", problems)));
    }
    return found;
  }

  /**
   * That a value is none that its column of the table keeps as it is.
   *
   * @param name the name of the table's column
   * @param declared its type
   * @param column the column of the export
   * @param row the number of the row, from 1
   */
  public static IOException misfit(String name, String declared, Column column, long row) {
    return new IOException(
        "the table's column %s is %s, which does not keep the %s value of row %s. Use another table=NAME."
            .formatted(QuotedName.of(name), declared, valueLabel(column), row));
  }

  private static String valueLabel(Column column) {
    return switch (column.meaning()) {
      case DATE -> "date";
      case UTC -> "UTC timestamp";
      case PLAIN -> column.type().label();
    };
  }
}
