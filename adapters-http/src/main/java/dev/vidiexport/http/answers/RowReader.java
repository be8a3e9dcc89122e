package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.port.RowReceiver;
import dev.vidiexport.domain.table.NotUnicodeException;
import dev.vidiexport.domain.table.Utf8;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.domain.typing.ValueKind;
import java.io.IOException;
import java.util.Optional;

/** Reads the list of rows, and hands every value on as it was written. Not thread-safe. */
final class RowReader {
  private static final byte[] NOTHING = {};
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  private final JsonParser parser;
  private final AnswerBody body;
  private final RowReceiver receiver;
  private final ColumnCache columns;
  private final FastRows fastRows;
  private final FirstSign sign;
  private final NestedJson nested = new NestedJson();

  private byte[] utf8 = new byte[1024];

  /** The row being read, from 1; 0 before the first. */
  private long row;

  RowReader(
      JsonParser parser,
      AnswerBody body,
      RowReceiver receiver,
      UnescapedKeys keys,
      FirstSign sign) {
    this.sign = sign;
    this.parser = parser;
    this.body = body;
    this.receiver = receiver;
    this.columns = new ColumnCache(receiver, keys);
    this.fastRows = new FastRows(parser, body, receiver, keys);
  }

  /**
   * Reads the list at whose start the parser is, to its end.
   *
   * @return what is wrong with the list, if it contains something that is not a row: nothing after
   *     that was handed on
   */
  Optional<String> readList() throws IOException {
    try {
      row = 1;
      body.expectRow();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        sign.give();
      }
      while (token == JsonToken.START_OBJECT) {
        readRow();
        row++;
        row += fastRows.read();
        body.expectRow();
        token = parser.nextToken();
      }
      return token == JsonToken.END_ARRAY ? Optional.empty() : Optional.of(skipRest(token));
    } catch (NotUnicodeException failure) {
      throw ProtocolViolation.of(
          "contains text that is not Unicode: in row %s, key %s has an unpaired surrogate"
              .formatted(NumberText.of(row), QuotedText.of(parser.currentName())),
          failure);
    }
  }

  /** Whether there was a row. */
  boolean haveCome() {
    return row > 1;
  }

  /** The row being read, for messages: {@code " in row 10,412"}; empty before the first. */
  String place() {
    return row == 0 ? "" : " in row " + NumberText.of(row);
  }

  /** How many bytes of the body the parser's own count of them lacks. */
  long bytesBesideParser() {
    return fastRows.bytesBesideParser();
  }

  private String skipRest(JsonToken found) throws IOException {
    String fault =
        "contains %s where row %s should be, and a row must be an object"
            .formatted(JsonTypeNames.of(found), NumberText.of(row));
    body.expectAnything();
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      NonFiniteWord.skipValue(parser);
      parser.nextToken();
    }
    return fault;
  }

  private void readRow() throws IOException {
    int position = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      readValue(columns.column(position++, parser.currentName(), row));
    }
    receiver.endRow(body.bytes());
  }

  private void readValue(int column) throws IOException {
    switch (parser.nextToken()) {
      case VALUE_STRING -> handOnText(column, ValueKind.TEXT);
      case VALUE_NUMBER_INT -> handOnText(column, ValueKind.NUMBER);
      case VALUE_NUMBER_FLOAT ->
          handOnText(column, NonFiniteWord.isAt(parser) ? ValueKind.NON_FINITE : ValueKind.NUMBER);
      case VALUE_NULL -> receiver.value(column, ValueKind.NULL, NOTHING, 0, 0);
      case VALUE_TRUE -> receiver.value(column, ValueKind.BOOLEAN, TRUE, 0, TRUE.length);
      case VALUE_FALSE -> receiver.value(column, ValueKind.BOOLEAN, FALSE, 0, FALSE.length);
      default -> {
        nested.read(parser);
        handOn(column, ValueKind.NESTED, nested.characters(), 0, nested.length());
        if (nested.nulled() > 0) {
          receiver.nulledInNested(nested.nulled());
        }
      }
    }
  }

  private void handOnText(int column, ValueKind kind) throws IOException {
    // The characters come first: the parser completes a text only when they are asked for.
    char[] characters = parser.getTextCharacters();
    handOn(column, kind, characters, parser.getTextOffset(), parser.getTextLength());
  }

  private void handOn(int column, ValueKind kind, char[] characters, int offset, int length) {
    int most = length * Utf8.MAX_BYTES_PER_CHAR;
    if (most > utf8.length) {
      utf8 = new byte[Math.max(most, utf8.length * 2)];
    }
    receiver.value(column, kind, utf8, 0, Utf8.encode(characters, offset, length, utf8, 0));
  }
}
