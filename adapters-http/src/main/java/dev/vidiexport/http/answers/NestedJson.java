package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.util.Arrays;

/**
 * Writes a nested value again, as JSON without white space: keys in the order received, numbers
 * character for character. Numbers that are not finite become null: the text stays JSON. The
 * characters stay until the next value. Not thread-safe.
 */
final class NestedJson {
  private static final char[] NULL = {'n', 'u', 'l', 'l'};
  private static final String HEX = "0123456789abcdef";

  private char[] characters = new char[1024];
  private int length;
  private boolean commaIsDue;
  private int nulled;

  /** Reads the object or array at which the parser stands, up to its end. */
  void read(JsonParser parser) throws IOException {
    length = 0;
    commaIsDue = false;
    nulled = 0;
    int depth = 0;
    JsonToken token = parser.currentToken();
    do {
      if (token.isStructStart()) {
        separate(false);
        append(token == JsonToken.START_OBJECT ? '{' : '[');
        depth++;
      } else if (token.isStructEnd()) {
        append(token == JsonToken.END_OBJECT ? '}' : ']');
        commaIsDue = true;
        depth--;
      } else {
        readScalar(parser, token);
      }
      if (depth > 0) {
        token = parser.nextToken();
      }
    } while (depth > 0);
  }

  private void readScalar(JsonParser parser, JsonToken token) throws IOException {
    separate(token != JsonToken.FIELD_NAME);
    char[] text = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    int size = parser.getTextLength();
    if (token == JsonToken.FIELD_NAME) {
      appendQuoted(text, offset, size);
      append(':');
    } else if (token == JsonToken.VALUE_STRING) {
      appendQuoted(text, offset, size);
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT && NonFiniteWord.isAt(parser)) {
      append(NULL, 0, NULL.length);
      nulled++;
    } else {
      append(text, offset, size);
    }
  }

  private void append(char[] text, int offset, int size) {
    makeRoom(size);
    System.arraycopy(text, offset, characters, length, size);
    length += size;
  }

  /** Separates this token from the one before; a name is followed by its value without a comma. */
  private void separate(boolean commaFollows) {
    if (commaIsDue) {
      append(',');
    }
    commaIsDue = commaFollows;
  }

  private void appendQuoted(char[] text, int offset, int size) {
    append('"');
    for (int index = offset; index < offset + size; index++) {
      char character = text[index];
      if (character == '"' || character == '\\') {
        append('\\');
        append(character);
      } else if (character < ' ') {
        appendControl(character);
      } else {
        append(character);
      }
    }
    append('"');
  }

  private void appendControl(char control) {
    append('\\');
    int at = "\b\t\n\f\r".indexOf(control);
    if (at >= 0) {
      append("btnfr".charAt(at));
      return;
    }
    append('u');
    append('0');
    append('0');
    append(HEX.charAt(control >> 4));
    append(HEX.charAt(control & 0xF));
  }

  private void append(char character) {
    makeRoom(1);
    characters[length++] = character;
  }

  private void makeRoom(int more) {
    int needed = length + more;
    if (needed > AnswerBounds.NESTED_CHARACTERS) {
      throw ProtocolViolation.of(
          FailureReason.ANSWER_BEYOND_BOUNDS,
          "contains a nested value of more than %s characters"
              .formatted(NumberText.of(AnswerBounds.NESTED_CHARACTERS)));
    }
    if (needed > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(needed, characters.length * 2));
    }
  }

  /** The characters written, from index 0; valid until the next value. */
  char[] characters() {
    return characters;
  }

  int length() {
    return length;
  }

  /** How many of the nulls in it were numbers that are not finite. */
  int nulled() {
    return nulled;
  }
}
