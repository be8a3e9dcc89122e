package dev.vidiexport.reading.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Checks bytes that are taken over as they are. */
public final class ProperText {
  /** As deep as an answer may be. */
  private static final int MOST_DEPTH = 64;

  /** Makes the parsers of this module; longer values than this program takes are not in a file. */
  public static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxNumberLength(1_000)
                  .maxStringLength(16 * 1024 * 1024)
                  .maxNameLength(64 * 1024)
                  .build())
          .build();

  private ProperText() {}

  /**
   * Lets UTF-8 pass.
   *
   * @throws BadValueException when it is not
   */
  public static void requireUnicode(byte[] bytes, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    if (at < end) {
      try {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, end - at));
      } catch (CharacterCodingException notUnicode) {
        throw new BadValueException("there is a text that is not UTF-8");
      }
    }
  }

  /**
   * Lets one JSON object or array in UTF-8 pass.
   *
   * @throws BadValueException when it is something else
   */
  public static void requireNested(byte[] bytes, int offset, int length) {
    requireUnicode(bytes, offset, length);
    try (JsonParser parser = JSON.createParser(bytes, offset, length)) {
      JsonToken token = parser.nextToken();
      if (token != null && token.isStructStart()) {
        parser.skipChildren();
        if (parser.nextToken() == null) {
          return;
        }
      }
    } catch (IOException notJson) {
      throw new BadValueException("there is a nested value that is not JSON");
    }
    throw new BadValueException("there is a nested value that is no JSON object or array");
  }
}
