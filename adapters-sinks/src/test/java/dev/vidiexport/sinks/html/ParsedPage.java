package dev.vidiexport.sinks.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says to programs: by its hooks alone. */
final class ParsedPage {
  private final Document document;

  ParsedPage(byte[] page) {
    document = Jsoup.parse(new String(page, StandardCharsets.UTF_8));
  }

  Document document() {
    return document;
  }

  List<String> sections() {
    return document.select("section[data-section]").eachAttr("data-section");
  }

  List<String> notes() {
    return document.select("[data-note]").eachAttr("data-note");
  }

  /** The raw headline figures, by name. */
  Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Element figure : document.select("[data-figure]")) {
      if (figures.put(figure.attr("data-figure"), figure.attr("data-value")) != null) {
        throw new AssertionError(figure.attr("data-figure") + " is there twice");
      }
    }
    return figures;
  }

  /** The raw cells of a table, each row by column; empty where there is no such table. */
  Optional<List<Map<String, String>>> table(String word) {
    return document.select("table[data-table=" + word + "]").stream()
        .findFirst()
        .map(ParsedPage::rows);
  }

  private static List<Map<String, String>> rows(Element table) {
    List<String> columns = table.select("thead th").eachAttr("data-column");
    List<Map<String, String>> rows = new ArrayList<>();
    for (Element line : table.select("tbody tr")) {
      List<Element> cells = line.children();
      if (cells.size() != columns.size()) {
        throw new AssertionError("There must be a cell for each of " + columns);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int column = 0; column < columns.size(); column++) {
        if (!cells.get(column).hasAttr("data-value")) {
          throw new AssertionError("A cell of " + columns.get(column) + " has no value");
        }
        row.put(columns.get(column), cells.get(column).attr("data-value"));
      }
      rows.add(row);
    }
    return rows;
  }
}
