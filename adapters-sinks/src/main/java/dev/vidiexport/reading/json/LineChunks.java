package dev.vidiexport.reading.json;

import dev.vidiexport.reading.rows.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a file into pieces of whole lines. Holds one of them, or the longest line, and no more. Not
 * thread-safe.
 */
final class LineChunks {
  private static final int CHUNK_BYTES = 256 * 1024;

  /** A row of the service is shorter, even with every character of it escaped. */
  private static final int MOST_BYTES_OF_LINE = 96 * 1024 * 1024;

  private final InputStream input;
  private final FileProblem problem;
  private final ArrayLines array;
  private byte[] bytes = new byte[CHUNK_BYTES];
  private int used;
  private int end;

  LineChunks(InputStream input, JsonLayout layout, FileProblem problem) {
    this.input = input;
    this.problem = problem;
    this.array = new ArrayLines(layout == JsonLayout.ARRAY, problem);
  }

  /**
   * Goes on to the next piece; false when there is none.
   *
   * @throws IOException when the file cannot be read, or ends within a line
   */
  boolean next() throws IOException {
    System.arraycopy(bytes, end, bytes, 0, used - end);
    used -= end;
    end = 0;
    while (end == 0) {
      if (used == bytes.length) {
        grow();
      }
      int read = read();
      if (read == 0) {
        requireWhole();
        return false;
      }
      end = endOfLines(used, used + read);
      used += read;
    }
    array.blank(bytes, end);
    return true;
  }

  private int read() throws IOException {
    try {
      return input.readNBytes(bytes, used, bytes.length - used);
    } catch (IOException unreadable) {
      throw problem.unreadable(unreadable);
    }
  }

  private void requireWhole() throws IOException {
    if (used > 0) {
      throw problem.of("it ends in the middle of a line");
    }
    array.requireClosed();
  }

  /** The index behind the last end of a line; 0 where there is none. */
  private int endOfLines(int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (bytes[at] == '\n') {
        return at + 1;
      }
    }
    return 0;
  }

  private void grow() throws IOException {
    if (bytes.length >= MOST_BYTES_OF_LINE) {
      throw problem.of("it has a line that is longer than any row");
    }
    bytes = Arrays.copyOf(bytes, Math.min(MOST_BYTES_OF_LINE, 2 * bytes.length));
  }

  /** Holds the lines, from 0 to {@link #length}; another array once it has grown. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return end;
  }
}
