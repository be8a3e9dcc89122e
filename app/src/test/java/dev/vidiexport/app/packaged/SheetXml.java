package dev.vidiexport.app.packaged;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The first sheet of a workbook, as the file holds it. */
final class SheetXml {
  private final Document sheet;

  private SheetXml(Document sheet) {
    this.sheet = sheet;
  }

  static SheetXml of(Path workbook) throws Exception {
    try (ZipFile zip = new ZipFile(workbook.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      return new SheetXml(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in));
    }
  }

  /** The cells of each row, {@code type:content} by their addresses. */
  List<Map<String, String>> rows() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Element row : elements(sheet.getDocumentElement(), "row")) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (Element cell : elements(row, "c")) {
        String type = cell.getAttribute("t");
        cells.put(cell.getAttribute("r"), type + ":" + cell.getTextContent());
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The range of the filter. */
  String filter() {
    return elements(sheet.getDocumentElement(), "autoFilter").get(0).getAttribute("ref");
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) {
      elements.add((Element) found.item(index));
    }
    return elements;
  }
}
