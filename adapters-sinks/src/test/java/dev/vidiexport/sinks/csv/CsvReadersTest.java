package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.property.Property;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

/** Whatever the texts, two readers find in the file what was written. */
class CsvReadersTest {
  private static final int TABLES = 300;
  private static final List<String> PIECES =
      List.of(
          ",",
          ";",
          "\t",
          "|",
          "\"",
          "'",
          "\r",
          "\n",
          "\r\n",
          " ",
          "\\",
          "\\N",
          "a",
          "1",
          "#",
          "\u0000",
          "\u2028",
          "\u00E9",
          "\uD83D\uDE00",
          "null");
  private static final List<String> DELIMITERS =
      List.of(",", ";", "tab", "|", " ", "a", "1", "\u00E9");

  @Test
  void agreeOnEveryFieldWithEveryDelimiter() {
    Property.holds(
        TABLES,
        random -> {
          List<List<String>> lines = lines(random);
          String option = DELIMITERS.get(random.nextInt(DELIMITERS.size()));
          char delimiter = option.equals("tab") ? '\t' : option.charAt(0);
          String lineSeparator = random.nextBoolean() ? "lf" : "crlf";

          byte[] bytes =
              CsvWriting.of(lines, Map.of("delimiter", option, "line-separator", lineSeparator));

          assertThat(CsvReading.lines(bytes, delimiter)).as("FastCSV").isEqualTo(lines);
          assertThat(readWithCommons(bytes, delimiter)).as("Commons CSV").isEqualTo(lines);
        });
  }

  private static List<List<String>> readWithCommons(byte[] bytes, char delimiter)
      throws IOException {
    // With this mode, and with no other, Commons CSV tells an empty field from an empty text.
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(delimiter)
            .setQuote('"')
            .setQuoteMode(QuoteMode.ALL_NON_NULL)
            .setNullString("")
            .get();
    try (CSVParser parser = CSVParser.parse(new String(bytes, UTF_8), format)) {
      return parser.stream().map(record -> Arrays.asList(record.values())).toList();
    }
  }

  /** A header of different names, and lines of at least two fields. */
  private static List<List<String>> lines(Random random) {
    int columns = 2 + random.nextInt(4);
    List<List<String>> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      names.add(column + text(random));
    }
    lines.add(names);
    for (int row = random.nextInt(20); row > 0; row--) {
      List<String> line = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        line.add(random.nextInt(5) == 0 ? null : text(random));
      }
      lines.add(line);
    }
    return lines;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int piece = random.nextInt(5); piece > 0; piece--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
