package dev.vidiexport.http.answers;

/**
 * Copies the nested values of one row as JSON without white space, straight from the body. It takes
 * those that the parser would take and {@link NestedJson} would write with the same bytes: nothing
 * but white space is left out. All others are for those two. Not thread-safe.
 *
 * <p>The bytes are UTF-8, and the last of them is followed by a zero, at which every search ends.
 */
final class PlainNested {
  /** Less than the parser takes, within an answer, its list and a row. */
  private static final int MOST_DEPTH = 16;

  private final NestedCopies copies;
  private final NestedSeparators separators;
  private byte[] bytes = {};
  private int end;

  /** Copies to there. */
  PlainNested(NestedCopies copies) {
    this.copies = copies;
    this.separators = new NestedSeparators(copies);
  }

  /**
   * Copies one value.
   *
   * @param begin where its brace or bracket stands
   * @param end where the bytes end, and the zero is
   * @return the index after the value, {@link PlainScalar#INCOMPLETE} or {@link
   *     PlainScalar#NOT_PLAIN}; then what was copied of it is to be thrown away
   */
  int read(byte[] bytes, int begin, int end) {
    this.bytes = bytes;
    this.end = end;
    copies.begin(bytes, begin, end - begin);
    int behind = readValue(begin, 0);
    if (behind >= 0) {
      copies.end(behind);
    }
    return behind;
  }

  private int readValue(int begin, int depth) {
    return switch (bytes[begin]) {
      case '{' -> depth == MOST_DEPTH ? PlainScalar.NOT_PLAIN : readObject(begin + 1, depth + 1);
      case '[' -> depth == MOST_DEPTH ? PlainScalar.NOT_PLAIN : readArray(begin + 1, depth + 1);
      case '"' -> readText(begin + 1);
      default -> PlainScalar.read(bytes, begin, end);
    };
  }

  private int readObject(int from, int depth) {
    int at = from;
    for (int member = 0; at >= 0; member++) {
      int begin = at;
      at = separators.pass(depth, member, bytes, begin, end);
      if (at > begin) {
        // More white space than before is no other separator.
        at = leaveOutSpace(at);
      } else {
        int written = copies.keep(begin);
        at = leaveOutSpace(begin);
        if (bytes[at] == '}') {
          return at + 1;
        }
        at = readName(at, member > 0);
        if (at >= 0) {
          separators.learn(depth, member, bytes, begin, at, written);
        }
      }
      if (at >= 0) {
        at = readValue(at, depth);
      }
    }
    return at;
  }

  private int readArray(int from, int depth) {
    int at = leaveOutSpace(from);
    if (bytes[at] == ']') {
      return at + 1;
    }
    while (at >= 0) {
      at = readValue(at, depth);
      if (at >= 0) {
        at = leaveOutSpace(at);
        if (bytes[at] == ']') {
          return at + 1;
        }
        at = passComma(at);
      }
    }
    return at;
  }

  private int passComma(int at) {
    return bytes[at] == ',' ? leaveOutSpace(at + 1) : PlainScalar.stoppedAt(at, end);
  }

  /** Reads a name, its colon and the comma before it, if there is one, and goes to its value. */
  private int readName(int begin, boolean isBehindComma) {
    int from = isBehindComma ? passComma(begin) : begin;
    if (from < 0 || bytes[from] != '"') {
      return from < 0 ? from : PlainScalar.stoppedAt(from, end);
    }
    int behind = readText(from + 1);
    if (behind < 0) {
      return behind;
    }
    int colon = leaveOutSpace(behind);
    return bytes[colon] == ':' ? leaveOutSpace(colon + 1) : PlainScalar.stoppedAt(colon, end);
  }

  private int readText(int from) {
    int at = UnescapedText.end(bytes, from, end);
    while (bytes[at] == '\\' && isWrittenSo(bytes[at + 1])) {
      at = UnescapedText.end(bytes, at + 2, end);
    }
    if (bytes[at] == '"') {
      return at + 1;
    }
    // Behind a backslash that ends the bytes, anything may come.
    return PlainScalar.stoppedAt(bytes[at] == '\\' ? at + 1 : at, end);
  }

  /** Whether an escape is what {@link NestedJson} writes for its character. */
  private static boolean isWrittenSo(byte escaped) {
    return switch (escaped) {
      case '"', '\\', 'b', 'f', 'n', 'r', 't' -> true;
      default -> false;
    };
  }

  private int leaveOutSpace(int from) {
    if (bytes[from] > ' ') {
      return from;
    }
    int to = PlainScalar.skipSpace(bytes, from);
    if (to > from) {
      copies.leaveOut(from, to);
    }
    return to;
  }
}
