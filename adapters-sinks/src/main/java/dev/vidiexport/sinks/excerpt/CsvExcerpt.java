package dev.vidiexport.sinks.excerpt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;

/** Reads CSV with the parser of Commons CSV. */
final class CsvExcerpt implements ExcerptReader {
  /** Tells an empty field, which is null, from an empty text, which is quoted. */
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setNullString("")
          .setQuoteMode(QuoteMode.ALL_NON_NULL)
          .get();

  @Override
  public Excerpt read(Path file, int most) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      List<List<Optional<String>>> first = new ArrayList<>();
      long rows = 0;
      for (CSVRecord row : parser) {
        if (rows++ < most) {
          first.add(row.stream().map(Optional::ofNullable).toList());
        }
      }
      return new Excerpt(parser.getHeaderNames(), first, rows);
    }
  }
}
