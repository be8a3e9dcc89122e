package dev.vidiexport.sinks.postgresql;

import dev.vidiexport.spi.JsonText;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.QuoteMode;

/**
 * What PostgreSQL's client found, as CSV in which all is quoted but null.
 *
 * @param names of the columns
 * @param rows values as they are written; null for null
 */
record CsvAnswer(List<String> names, List<List<String>> rows) {
  /** Tells null from an empty text, which is quoted. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setNullString("").setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern(
          "uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]X", Locale.ROOT);

  static CsvAnswer of(String csv) throws IOException {
    try (CSVParser parser = CSVParser.parse(csv, FORMAT)) {
      List<List<String>> all = parser.stream().map(line -> line.toList()).toList();
      return new CsvAnswer(all.get(0), all.subList(1, all.size()));
    }
  }

  /** What a value means to the kit. */
  static Object value(String stored, ColumnForm form) {
    return switch (form) {
      case WHOLE -> Long.valueOf(stored);
      case DECIMAL -> Double.valueOf(stored);
      case BOOLEAN -> stored.equals("t");
      case LOCAL_TIME -> LocalDateTime.parse(stored.replace(' ', 'T'));
      case MOMENT ->
          OffsetDateTime.parse(stored, MOMENT).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
      case DAY -> LocalDate.parse(stored);
      case TEXT -> stored;
      case NESTED -> new JsonText(stored);
    };
  }
}
