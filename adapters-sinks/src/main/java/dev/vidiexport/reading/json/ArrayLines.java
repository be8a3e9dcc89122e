package dev.vidiexport.reading.json;

import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;

/**
 * Makes lines of objects out of the lines of an array, by spaces in place of brackets and commas.
 * So both are read alike, a piece at a time. Leaves other lines alone.
 */
final class ArrayLines {
  private final boolean isArray;
  private final FileProblem problem;
  private boolean opened;
  private boolean closed;

  ArrayLines(boolean isArray, FileProblem problem) {
    this.isArray = isArray;
    this.problem = problem;
  }

  /** Changes whole lines. */
  void blank(byte[] lines, int length) throws IOException {
    int from = 0;
    for (int at = 0; at < length && isArray; at++) {
      if (lines[at] == '\n') {
        blankLine(lines, from, at);
        from = at + 1;
      }
    }
  }

  private void blankLine(byte[] lines, int from, int end) throws IOException {
    if (closed || end == from) {
      throw problem.of("it is not one array with an object a line");
    }
    if (!opened) {
      opened = true;
      closed = end - from == 2 && lines[from + 1] == ']';
      if (lines[from] != '[' || (end - from > 1 && !closed)) {
        throw problem.of("it does not begin with an array of objects");
      }
      lines[from] = ' ';
      lines[end - 1] = ' ';
    } else if (lines[end - 1] == ',') {
      lines[end - 1] = ' ';
    } else if (lines[from] == ']' && end - from == 1) {
      closed = true;
      lines[from] = ' ';
    }
  }

  /** At the end of the file. */
  void requireClosed() throws IOException {
    if (isArray && !closed) {
      throw problem.of("it ends before its array does");
    }
  }
}
