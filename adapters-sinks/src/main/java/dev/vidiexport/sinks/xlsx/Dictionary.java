package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.Schema;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Worksheet;

/** What the columns of the rows are, a line each. */
final class Dictionary {
  private static final List<Field> FIELDS =
      List.of(new Field("column", Column::name), new Field("type", Dictionary::type));

  private final List<Column> columns;

  /**
   * What is told of each column.
   *
   * @param title what stands above
   * @param text what stands in the line of a column
   */
  private record Field(String title, Function<Column, String> text) {}

  private Dictionary(List<Column> columns) {
    this.columns = columns;
  }

  static Dictionary of(Schema schema) {
    return new Dictionary(schema.columns());
  }

  private static String type(Column column) {
    return switch (column.meaning()) {
      case PLAIN -> column.type().label();
      case DATE -> "date";
      case UTC -> column.type().label() + " in UTC";
    };
  }

  /**
   * Writes it.
   *
   * @param row where it begins
   * @return the row behind it
   */
  int write(Worksheet sheet, int row) {
    for (int field = 0; field < FIELDS.size(); field++) {
      HeaderCell.fill(sheet, row, field, FIELDS.get(field).title());
    }
    int next = row + 1;
    for (Column column : columns) {
      for (int field = 0; field < FIELDS.size(); field++) {
        sheet.inlineString(next, field, CellText.of(FIELDS.get(field).text().apply(column)));
      }
      next++;
    }
    return next;
  }
}
