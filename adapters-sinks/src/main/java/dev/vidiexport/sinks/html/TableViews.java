package dev.vidiexport.sinks.html;

import dev.vidiexport.sinks.report.ColumnKind;
import dev.vidiexport.sinks.report.ReportTable;
import dev.vidiexport.sinks.report.TableCell;
import dev.vidiexport.sinks.report.TableColumn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Shows tables in the language of the page. */
final class TableViews {
  /** Tables with more cells stand in the page once, as data. */
  static final int MOST_CELLS = 1000;

  private static final int MONTH_LENGTH = "2024-03".length();
  private static final int DATE_LENGTH = "2024-03-01".length();

  private final PageWords words;

  TableViews(PageWords words) {
    this.words = words;
  }

  TableView of(ReportTable table, String caption) {
    boolean later = table.cells() > MOST_CELLS;
    List<TableView.Head> heads =
        table.columns().stream().map(column -> head(table, column)).toList();
    List<List<TableView.Cell>> rows = new ArrayList<>();
    if (!later) {
      for (List<TableCell> row : table.rows()) {
        rows.add(cells(table, row));
      }
    }
    return new TableView(table.word(), caption, heads, rows, later);
  }

  private TableView.Head head(ReportTable table, TableColumn column) {
    return new TableView.Head(
        column.word(), headText(table, column), look(column.kind()), isHidden(table, column));
  }

  /** Columns that are hours, dates, months or ages show these; all others have messages. */
  private String headText(ReportTable table, TableColumn column) {
    String word = column.word();
    if (Character.isDigit(word.charAt(0))) {
      if (word.length() == DATE_LENGTH) {
        return words.values().shortDay(LocalDate.parse(word));
      }
      if (word.length() == MONTH_LENGTH) {
        return words.values().shortMonth(YearMonth.parse(word));
      }
      return table.word().startsWith("people") ? words.text("age." + word) : word;
    }
    return words.text("column." + word);
  }

  /** A label is shown where the id of its place stands. */
  private static boolean isHidden(ReportTable table, TableColumn column) {
    return column.kind() == ColumnKind.LABEL && table.columns().get(0).kind() == ColumnKind.PLACE;
  }

  private List<TableView.Cell> cells(ReportTable table, List<TableCell> row) {
    List<TableView.Cell> cells = new ArrayList<>(row.size());
    for (int at = 0; at < row.size(); at++) {
      TableColumn column = table.columns().get(at);
      cells.add(
          column.kind() == ColumnKind.PLACE
              ? placeCell(row.get(at).raw(), label(table, row))
              : plainCell(row.get(at), column.kind(), isHidden(table, column)));
    }
    return cells;
  }

  private static String label(ReportTable table, List<TableCell> row) {
    for (int at = 0; at < row.size(); at++) {
      if (table.columns().get(at).kind() == ColumnKind.LABEL) {
        return row.get(at).raw();
      }
    }
    return "";
  }

  private TableView.Cell placeCell(String id, String label) {
    if (label.isBlank()) {
      String text = id.isBlank() ? words.text("place.unnamed") : id;
      return new TableView.Cell(id, text, true, "", "", false);
    }
    return new TableView.Cell(id, label, true, id, "", false);
  }

  private TableView.Cell plainCell(TableCell cell, ColumnKind kind, boolean hidden) {
    if (hidden) {
      return new TableView.Cell(cell.raw(), "", false, "", "", true);
    }
    if (cell instanceof TableCell.Missing) {
      return new TableView.Cell("", words.text("missing.sign"), false, "", "none", false);
    }
    return new TableView.Cell(cell.raw(), text(cell, kind), false, "", "", false);
  }

  private String text(TableCell cell, ColumnKind kind) {
    if (cell instanceof TableCell.Numeral number) {
      return number(number.value(), kind);
    }
    return switch (kind) {
      case DATE -> words.values().dayInTable(LocalDate.parse(cell.raw()));
      case DAYPART -> words.text("daypart." + cell.raw());
      case PLACE, LABEL, WEEKDAY, GENDER, AGE, FIGURE, COUNT, RATIO, SECONDS, NUMBER -> cell.raw();
    };
  }

  private String number(double value, ColumnKind kind) {
    return switch (kind) {
      case COUNT, NUMBER -> words.values().count(value);
      case RATIO -> words.values().ratio(value);
      case SECONDS -> words.values().seconds(value);
      case WEEKDAY -> words.values().weekday(DayOfWeek.of((int) value));
      case GENDER -> words.text("gender." + (int) value);
      case AGE -> words.text("age." + (int) value);
      case PLACE, LABEL, DATE, DAYPART, FIGURE -> words.values().count(value);
    };
  }

  /** Numbers stand at the right, all else at the left. */
  private static String look(ColumnKind kind) {
    return switch (kind) {
      case COUNT, RATIO, SECONDS, NUMBER -> "";
      case PLACE, LABEL, DATE, WEEKDAY, DAYPART, GENDER, AGE, FIGURE -> "text";
    };
  }
}
