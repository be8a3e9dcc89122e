package dev.vidiexport.sinks.xlsx;

import dev.vidiexport.domain.table.Column;
import dev.vidiexport.domain.table.ColumnExplanation;
import dev.vidiexport.spi.SinkContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dhatim.fastexcel.Worksheet;

/** What the columns of the rows are, a line each. */
final class Dictionary {
  private static final List<Field> FIELDS =
      List.of(
          new Field("column", line -> line.column.name()),
          new Field("type", line -> type(line.column)),
          new Field("unit", line -> line.explained(told -> told.unit().orElse(""))),
          new Field("meaning", line -> line.explained(ColumnExplanation::meaning)),
          new Field("source", line -> line.explained(ColumnExplanation::source)));

  private final SinkContext context;

  /**
   * What is told of each column.
   *
   * @param title what stands above
   * @param text what stands in the line of a column
   */
  private record Field(String title, Function<Line, String> text) {}

  /** A column, with what the host says of it. */
  private record Line(Column column, Optional<ColumnExplanation> explanation) {
    String explained(Function<ColumnExplanation, String> text) {
      return explanation.map(text).orElse("");
    }
  }

  private Dictionary(SinkContext context) {
    this.context = context;
  }

  static Dictionary of(SinkContext context) {
    return new Dictionary(context);
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
    for (int column = 0; column < context.schema().size(); column++) {
      Line line = new Line(context.schema().column(column), context.explanation(column));
      for (int field = 0; field < FIELDS.size(); field++) {
        sheet.inlineString(next, field, CellText.of(FIELDS.get(field).text().apply(line)));
      }
      next++;
    }
    return next;
  }
}
