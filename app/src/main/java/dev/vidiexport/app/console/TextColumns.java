package dev.vidiexport.app.console;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Lays texts out in columns for people to read. */
public final class TextColumns {
  private static final int GAP = 2;

  private TextColumns() {}

  /**
   * A table with a heading.
   *
   * @param rows the heading first; every row with as many cells
   */
  public static String of(List<List<String>> rows) {
    int columns = rows.get(0).size();
    Column[] layout = new Column[columns];
    for (int column = 0; column < columns; column++) {
      int index = column;
      int widest = rows.stream().mapToInt(row -> row.get(index).length()).max().orElse(0);
      layout[column] = new Column(Math.max(1, widest + GAP), 0, Overflow.SPAN);
    }
    TextTable table = TextTable.forColumns(Help.defaultColorScheme(Help.Ansi.OFF), layout);
    table.setAdjustLineBreaksForWideCJKCharacters(true);
    rows.forEach(row -> table.addRowValues(row.toArray(String[]::new)));
    return table
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(java.util.stream.Collectors.joining("\n"));
  }
}
