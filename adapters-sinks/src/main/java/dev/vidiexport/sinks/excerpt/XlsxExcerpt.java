package dev.vidiexport.sinks.excerpt;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads workbooks with what the JDK has for packed files and XML. */
final class XlsxExcerpt implements ExcerptReader {
  /** The sheet without rows. */
  private static final String ABOUT = "about";

  @Override
  public Excerpt read(Path file, int most) throws IOException {
    try (ZipFile workbook = new ZipFile(file.toFile())) {
      DateFormats dates = read(workbook, "xl/styles.xml", DateFormats::read);
      List<String> sheets = read(workbook, "xl/workbook.xml", XlsxExcerpt::sheetNames);
      List<String> columns = List.of();
      List<List<Optional<String>>> first = new ArrayList<>();
      long rows = 0;
      for (int sheet = 0; sheet < sheets.size(); sheet++) {
        if (!sheets.get(sheet).equals(ABOUT)) {
          int missing = most - first.size();
          SheetExcerpt read =
              read(
                  workbook,
                  "xl/worksheets/sheet%s.xml".formatted(sheet + 1),
                  xml -> SheetExcerpt.read(xml, dates, missing));
          columns = read.columns();
          first.addAll(read.firstRows());
          rows += read.rows();
        }
      }
      return new Excerpt(columns, first, rows);
    } catch (XMLStreamException | NumberFormatException broken) {
      throw new IOException("not a readable workbook: " + broken.getMessage(), broken);
    }
  }

  /** Reads a part of a workbook. */
  @FunctionalInterface
  private interface PartReader<T> {
    T read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static <T> T read(ZipFile workbook, String part, PartReader<T> reader)
      throws IOException, XMLStreamException {
    ZipEntry entry = workbook.getEntry(part);
    if (entry == null) {
      throw new FileNotFoundException("the workbook has no " + part);
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream in = workbook.getInputStream(entry)) {
      return reader.read(factory.createXMLStreamReader(in));
    }
  }

  private static List<String> sheetNames(XMLStreamReader xml) throws XMLStreamException {
    List<String> names = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("sheet")) {
        names.add(xml.getAttributeValue(null, "name"));
      }
    }
    return names;
  }
}
