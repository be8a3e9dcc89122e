package dev.vidiexport.app.console;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jline.utils.WCWidth;

/** Lays texts out in columns for people to read. */
public final class TextColumns {
  private static final int GAP = 2;

  private TextColumns() {}

  /**
   * A table with a heading. Columns are as wide as their texts are on a terminal, where some
   * characters take two places and others none.
   *
   * @param rows the heading first; every row with as many cells; no cell with a line break
   */
  public static String of(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).collect(joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(widths[column] - width(cell) + GAP));
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(character -> Math.max(0, WCWidth.wcwidth(character))).sum();
  }
}
