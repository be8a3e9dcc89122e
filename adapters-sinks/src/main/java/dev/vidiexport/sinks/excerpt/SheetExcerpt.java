package dev.vidiexport.sinks.excerpt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The beginning of one sheet of a workbook. Immutable.
 *
 * @param columns the texts of its first row
 * @param firstRows what stands below them
 * @param rows how many rows stand below them
 */
record SheetExcerpt(List<String> columns, List<List<Optional<String>>> firstRows, long rows) {
  /** How a workbook writes characters that XML cannot hold. */
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final int LETTERS = 26;
  private static final int HEXADECIMAL = 16;

  static SheetExcerpt read(XMLStreamReader sheet, DateFormats dates, int most)
      throws XMLStreamException {
    List<String> columns = new ArrayList<>();
    List<List<Optional<String>>> first = new ArrayList<>();
    long rows = -1;
    while (sheet.hasNext()) {
      if (sheet.next() == XMLStreamReader.START_ELEMENT && sheet.getLocalName().equals("row")) {
        if (rows < 0) {
          readRow(sheet, dates, List.of()).forEach(name -> columns.add(name.orElse("")));
        } else if (rows < most) {
          first.add(readRow(sheet, dates, columns));
        }
        rows++;
      }
    }
    return new SheetExcerpt(columns, first, rows);
  }

  /** Empty cells are not there; so the columns say how many a row has at least. */
  private static List<Optional<String>> readRow(
      XMLStreamReader sheet, DateFormats dates, List<String> columns) throws XMLStreamException {
    List<Optional<String>> cells =
        new ArrayList<>(Collections.nCopies(columns.size(), Optional.empty()));
    while (!isEnd(sheet.next(), sheet, "row")) {
      if (sheet.isStartElement() && sheet.getLocalName().equals("c")) {
        int column = column(sheet.getAttributeValue(null, "r"));
        while (cells.size() <= column) {
          cells.add(Optional.empty());
        }
        cells.set(column, readCell(sheet, dates));
      }
    }
    return cells;
  }

  private static Optional<String> readCell(XMLStreamReader sheet, DateFormats dates)
      throws XMLStreamException {
    String type = sheet.getAttributeValue(null, "t");
    String style = sheet.getAttributeValue(null, "s");
    Optional<String> content = Optional.empty();
    while (!isEnd(sheet.next(), sheet, "c")) {
      boolean holdsText =
          sheet.isStartElement()
              && (sheet.getLocalName().equals("t") || sheet.getLocalName().equals("v"));
      if (holdsText) {
        content = Optional.of(sheet.getElementText());
      }
    }
    return content.map(
        text ->
            switch (type) {
              case "inlineStr" -> unescaped(text);
              case "b" -> text.equals("1") ? "true" : "false";
              default -> dates.text(text, style == null ? 0 : Integer.parseInt(style));
            });
  }

  private static boolean isEnd(int event, XMLStreamReader sheet, String element) {
    return event == XMLStreamReader.END_ELEMENT && sheet.getLocalName().equals(element);
  }

  /** {@code AB12} is in column 27, counted from 0. */
  private static int column(String address) {
    int column = 0;
    for (int at = 0; at < address.length() && address.charAt(at) >= 'A'; at++) {
      column = LETTERS * column + address.charAt(at) - 'A' + 1;
    }
    return column - 1;
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(escape.group(1), HEXADECIMAL))));
  }
}
