package dev.vidiexport.sinks.csv;

import dev.vidiexport.spi.SinkOptions;
import java.io.IOException;
import java.io.Writer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Puts fields into lines. A field is quoted when it is an empty text, holds the delimiter, a quote,
 * CR or LF, or has a space at an edge; none of the quote modes of Commons CSV follows that rule, so
 * each field goes through one of two formats that differ in quoting alone.
 */
final class CsvLines {
  private final Writer writer;
  private final char delimiter;
  private final CSVFormat bare;
  private final CSVFormat quoted;
  private boolean atLineStart = true;

  CsvLines(Writer writer, SinkOptions options) {
    this.writer = writer;
    this.delimiter = options.character("delimiter");
    CSVFormat.Builder format =
        CSVFormat.Builder.create()
            .setDelimiter(delimiter)
            .setRecordSeparator(options.text("line-separator").equals("crlf") ? "\r\n" : "\n");
    this.quoted = format.setQuote('"').setQuoteMode(QuoteMode.ALL).get();
    this.bare = format.setQuote(null).setQuoteMode(null).get();
  }

  /** Writes a field; null is an empty field without quotes. */
  void field(@Nullable String text) throws IOException {
    CSVFormat format = text != null && needsQuotes(text) ? quoted : bare;
    format.print(text, writer, atLineStart);
    atLineStart = false;
  }

  void endLine() throws IOException {
    bare.println(writer);
    atLineStart = true;
  }

  private boolean needsQuotes(String text) {
    int length = text.length();
    if (length == 0 || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
      return true;
    }
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (character == delimiter || character == '"' || character == '\r' || character == '\n') {
        return true;
      }
    }
    return false;
  }
}
