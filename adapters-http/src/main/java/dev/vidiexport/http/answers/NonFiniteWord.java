package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/**
 * The words that Python writes for numbers that are not finite: {@code NaN}, {@code Infinity} and
 * {@code -Infinity}. JSON has none of them. The parser takes them, and some more, for decimals.
 */
final class NonFiniteWord {
  private static final Set<String> WORDS = Set.of("NaN", "Infinity", "-Infinity");

  private NonFiniteWord() {}

  /**
   * Whether the decimal at which a parser stands is such a word.
   *
   * @throws JsonParseException when it is another word
   */
  static boolean isAt(JsonParser parser) throws IOException {
    char[] characters = parser.getTextCharacters();
    int last = parser.getTextOffset() + parser.getTextLength() - 1;
    // A number ends with a digit.
    if (characters[last] <= '9') {
      return false;
    }
    if (!WORDS.contains(parser.getText())) {
      throw new JsonParseException(
          parser, "Neither a number nor a word for one", parser.currentTokenLocation());
    }
    return true;
  }

  /** Passes over the value at which a parser stands, which must be JSON but for these words. */
  static void skipValue(JsonParser parser) throws IOException {
    int depth = 0;
    JsonToken token = parser.currentToken();
    while (true) {
      if (token == JsonToken.VALUE_NUMBER_FLOAT) {
        isAt(parser);
      } else if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }
}
