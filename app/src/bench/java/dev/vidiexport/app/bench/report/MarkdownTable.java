package dev.vidiexport.app.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of texts that is written as Markdown, and can be read as it is. Not thread-safe. */
public final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with these heads of columns. */
  public MarkdownTable(String... heads) {
    row(heads);
  }

  /** Adds a row. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The whole, with columns as wide as what is in them. */
  public String markdown() {
    int[] widths = new int[rows.get(0).size()];
    rows.forEach(row -> Arrays.setAll(widths, at -> Math.max(widths[at], row.get(at).length())));
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(
        1,
        Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("-|-", "|-", "-|")));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(at -> row.get(at) + " ".repeat(widths[at] - row.get(at).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
