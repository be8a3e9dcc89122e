package dev.vidiexport.sinks.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.table.ColumnTexts;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.sinks.text.ByteWriter;
import dev.vidiexport.sinks.text.TimestampWriter;
import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Puts fields into lines. A field is quoted when it is an empty text, holds the delimiter, a quote,
 * CR or LF, or has a space at an edge. None of the quote modes of Commons CSV follows that rule, so
 * what needs quotes goes through a format that quotes everything, and all else is written as it is.
 * The texts of batches, of which there may be many, follow the same rule without becoming strings.
 */
final class CsvLines {
  /** Whatever numbers, truth values and timestamps are written with. */
  private static final String CHARACTERS_OF_PLAIN_VALUES = "0123456789-+.: TZEtruefalsNaInfity";

  private final ByteWriter output;
  private final char delimiter;
  private final byte[] delimiterBytes;
  private final byte[] lineEnd;
  private final CSVFormat quoted;
  private final boolean valuesArePlain;
  private final FieldQuotes quotes;
  private final DoubledQuotes doubledQuotes;
  private boolean atLineStart = true;

  CsvLines(ByteWriter output, SinkOptions options) {
    this.output = output;
    this.delimiter = options.character("delimiter");
    this.delimiterBytes = String.valueOf(delimiter).getBytes(UTF_8);
    this.lineEnd = (options.text("line-separator").equals("crlf") ? "\r\n" : "\n").getBytes(UTF_8);
    this.quoted = CSVFormat.Builder.create().setQuote('"').setQuoteMode(QuoteMode.ALL).get();
    this.quotes = new FieldQuotes(delimiter);
    this.doubledQuotes = new DoubledQuotes(output);
    this.valuesArePlain = CHARACTERS_OF_PLAIN_VALUES.indexOf(delimiter) < 0;
  }

  /** Writes a field; null is an empty field without quotes. */
  void field(@Nullable String text) throws IOException {
    separate();
    if (text != null) {
      put(text);
    }
  }

  void field(long number) throws IOException {
    separate();
    if (valuesArePlain) {
      output.put(number);
    } else {
      put(Long.toString(number));
    }
  }

  void field(double number) throws IOException {
    separate();
    if (valuesArePlain) {
      output.put(number);
    } else {
      put(Double.toString(number));
    }
  }

  void timestamp(long micros, TimestampWriter timestamps) throws IOException {
    separate();
    if (valuesArePlain) {
      timestamps.write(micros, output);
    } else {
      put(timestamps.write(micros));
    }
  }

  /** Writes the text that stands in a batch. */
  void text(RowBatch rows, int row, int column) throws IOException {
    separate();
    ColumnTexts texts = ColumnTexts.of(rows, column);
    byte[] utf8 = texts.bytes();
    int begin = texts.begin(row);
    int end = begin + texts.length(row);
    if (quotes.areNeeded(utf8, begin, end)) {
      doubledQuotes.write(utf8, begin, end);
    } else {
      output.put(utf8, begin, end - begin);
    }
  }

  void endLine() throws IOException {
    output.put(lineEnd, lineEnd.length);
    atLineStart = true;
  }

  private void separate() throws IOException {
    if (atLineStart) {
      atLineStart = false;
    } else if (delimiterBytes.length == 1) {
      output.put(delimiterBytes[0]);
    } else {
      output.put(delimiterBytes, delimiterBytes.length);
    }
  }

  private void put(String text) throws IOException {
    if (needsQuotes(text)) {
      StringBuilder field = new StringBuilder(text.length() + 2);
      quoted.print(text, field, true);
      output.put(field);
    } else {
      output.put(text);
    }
  }

  private boolean needsQuotes(String text) {
    int length = text.length();
    return length == 0
        || text.charAt(0) == ' '
        || text.charAt(length - 1) == ' '
        || text.chars().anyMatch(this::isSpecial);
  }

  private boolean isSpecial(int character) {
    return character == delimiter || character == '"' || character == '\r' || character == '\n';
  }
}
