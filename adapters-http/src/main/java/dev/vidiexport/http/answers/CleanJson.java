package dev.vidiexport.http.answers;

import com.squareup.moshi.JsonReader;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.text.QuotedText;
import java.io.IOException;

/**
 * Rewrites one value of JSON on one line: the same members in the same order, numbers as they
 * stand, and in texts nothing that a terminal would act on, nor the credentials.
 */
final class CleanJson {
  private static final String HEX = "0123456789ABCDEF";

  private final JsonReader reader;
  private final RemoteText remoteText;
  private final StringBuilder json = new StringBuilder();
  private int depth;
  private boolean commaIsDue;

  private CleanJson(JsonReader reader, RemoteText remoteText) {
    this.reader = reader;
    this.remoteText = remoteText;
  }

  /**
   * Reads the value at which a reader stands, to its end.
   *
   * @throws dev.vidiexport.domain.failure.ExportException when it is nested too deep or too long
   * @throws IOException when it is not JSON, or ended too early
   */
  static String read(JsonReader reader, RemoteText remoteText) throws IOException {
    CleanJson text = new CleanJson(reader, remoteText);
    do {
      text.readToken();
    } while (text.depth > 0);
    return text.json.toString();
  }

  private void readToken() throws IOException {
    JsonReader.Token token = reader.peek();
    switch (token) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        open('{');
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        open('[');
      }
      case END_OBJECT -> {
        reader.endObject();
        close('}');
      }
      case END_ARRAY -> {
        reader.endArray();
        close(']');
      }
      case NAME -> {
        separate();
        appendQuoted(reader.nextName());
        json.append(':');
        commaIsDue = false;
      }
      case STRING -> {
        separate();
        appendQuoted(reader.nextString());
      }
      // The reader keeps the characters of a number that is more than a plain one of 64 bits.
      case NUMBER -> separate().append(reader.nextString());
      case BOOLEAN -> separate().append(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        separate().append("null");
      }
      case END_DOCUMENT -> throw new IllegalStateException("An open value has ended its document");
    }
    if (json.length() > AnswerBounds.NESTED_CHARACTERS) {
      throw ProtocolViolation.of(
          FailureReason.ANSWER_BEYOND_BOUNDS,
          "contains an object of more than %s characters"
              .formatted(NumberText.of(AnswerBounds.NESTED_CHARACTERS)));
    }
  }

  private void open(char bracket) {
    separate().append(bracket);
    commaIsDue = false;
    depth++;
    if (depth > AnswerBounds.DEPTH) {
      throw ProtocolViolation.of(
          FailureReason.ANSWER_BEYOND_BOUNDS,
          "is nested deeper than %s levels".formatted(AnswerBounds.DEPTH));
    }
  }

  private void close(char bracket) {
    json.append(bracket);
    commaIsDue = true;
    depth--;
  }

  private StringBuilder separate() {
    if (commaIsDue) {
      json.append(',');
    }
    commaIsDue = true;
    return json;
  }

  private void appendQuoted(String raw) {
    json.append('"');
    remoteText.withoutSecrets(raw).codePoints().forEach(this::append);
    json.append('"');
  }

  private void append(int codePoint) {
    int shortEscape = "\"\\\b\t\n\f\r".indexOf(codePoint);
    if (shortEscape >= 0) {
      json.append('\\').append("\"\\btnfr".charAt(shortEscape));
    } else if (QuotedText.isPrintable(codePoint)) {
      json.appendCodePoint(codePoint);
    } else {
      for (char unit : Character.toChars(codePoint)) {
        appendEscaped(unit);
      }
    }
  }

  private void appendEscaped(char unit) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(HEX.charAt((unit >> shift) & 0xF));
    }
  }
}
