package dev.vidiexport.app.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.text.CopiedText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/** Makes a text of the bytes of a project file: UTF-8, of characters that YAML takes. */
final class ProjectText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ProjectText() {}

  /** The text, without a byte order mark before it; empty, and a problem, where it is none. */
  static Optional<String> of(byte[] bytes, ProjectProblems problems) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(lineAt(text, text.length()), "The file must be UTF-8, but here it is not.");
      return Optional.empty();
    }
    String marked = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    return allowed(marked, problems) ? Optional.of(marked) : Optional.empty();
  }

  /** Tells of the first character that may stand in no YAML (YAML 1.2, 5.1). */
  private static boolean allowed(String text, ProjectProblems problems) {
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      if (!isAllowed(codePoint)) {
        problems.add(
            lineAt(text, at),
            "The file must not contain the character %s."
                .formatted(CopiedText.described(codePoint)));
        return false;
      }
      at += Character.charCount(codePoint);
    }
    return true;
  }

  private static boolean isAllowed(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || codePoint == 0x85
        || (codePoint >= 0x20 && codePoint <= 0x7E)
        || (codePoint >= 0xA0 && codePoint <= 0xFFFD && !isSurrogate(codePoint))
        || codePoint >= 0x1_0000;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static int lineAt(String text, int position) {
    int line = 1;
    for (int at = 0; at < position; at++) {
      char character = text.charAt(at);
      boolean isLoneReturn =
          character == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
      if (character == '\n' || isLoneReturn) {
        line++;
      }
    }
    return line;
  }
}
