package dev.vidiexport.sinks.excerpt;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which styles of a workbook show a number as a date, and how it looks then. */
final class DateFormats {
  private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final double MILLISECONDS_PER_DAY = 86_400_000;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS000", Locale.ROOT);

  /** The codes of the cells' formats, in the order in which cells count them. */
  private final List<String> codes;

  private DateFormats(List<String> codes) {
    this.codes = codes;
  }

  static DateFormats read(XMLStreamReader styles) throws XMLStreamException {
    Map<String, String> codesByNumber = new HashMap<>();
    List<String> codes = new ArrayList<>();
    boolean isOfCells = false;
    while (styles.hasNext()) {
      int event = styles.next();
      if (event != XMLStreamReader.START_ELEMENT) {
        continue;
      }
      switch (styles.getLocalName()) {
        case "numFmt" ->
            codesByNumber.put(
                styles.getAttributeValue(null, "numFmtId"),
                styles.getAttributeValue(null, "formatCode"));
        case "cellStyleXfs" -> isOfCells = false;
        case "cellXfs" -> isOfCells = true;
        case "xf" -> {
          if (isOfCells) {
            codes.add(codesByNumber.getOrDefault(styles.getAttributeValue(null, "numFmtId"), ""));
          }
        }
        default -> {}
      }
    }
    return new DateFormats(codes);
  }

  /** The number as text: a date where its style says so, and else as it stands there. */
  String text(String number, int style) {
    String code = style < codes.size() ? codes.get(style) : "";
    if (!code.startsWith("yyyy")) {
      return number;
    }
    long milliseconds = Math.round(Double.parseDouble(number) * MILLISECONDS_PER_DAY);
    LocalDateTime time = DAY_ZERO.plus(milliseconds, ChronoUnit.MILLIS);
    if (!code.contains("hh")) {
      return DAY.format(time);
    }
    return (milliseconds % 1000 == 0 ? SECONDS : MILLISECONDS).format(time);
  }
}
