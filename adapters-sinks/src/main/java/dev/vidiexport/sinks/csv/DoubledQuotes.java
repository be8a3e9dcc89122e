package dev.vidiexport.sinks.csv;

import dev.vidiexport.sinks.text.ByteWriter;
import java.io.IOException;

/**
 * Writes texts between quotes, with every quote in them doubled, eight bytes at a time; a piece of
 * a text after the other, so that a long one takes no more memory. Not thread-safe.
 */
final class DoubledQuotes {
  private static final byte QUOTE = '"';
  private static final long QUOTES = EightBytes.each(QUOTE);
  private static final int PIECE_BYTES = 8 * 1024;

  private final ByteWriter output;

  /** Has room for a piece of nothing but quotes, and for eight bytes where one is enough. */
  private final byte[] doubled = new byte[2 * PIECE_BYTES + Long.BYTES];

  DoubledQuotes(ByteWriter output) {
    this.output = output;
  }

  /** Writes these bytes of UTF-8. */
  void write(byte[] utf8, int begin, int end) throws IOException {
    output.put(QUOTE);
    int from = begin;
    while (from < end) {
      int to = Math.min(end, from + PIECE_BYTES);
      output.put(doubled, copy(utf8, from, to));
      from = to;
    }
    output.put(QUOTE);
  }

  /** Copies a piece, and tells how many bytes it became. */
  private int copy(byte[] utf8, int from, int to) {
    int at = from;
    int out = 0;
    while (at <= to - Long.BYTES) {
      long eight = EightBytes.at(utf8, at);
      // All eight, of which those behind a quote are written over.
      EightBytes.put(doubled, out, eight);
      long quotes = EightBytes.zeroes(eight ^ QUOTES);
      if (quotes == 0) {
        at += Long.BYTES;
        out += Long.BYTES;
      } else {
        int behind = Long.numberOfTrailingZeros(quotes) / Byte.SIZE + 1;
        at += behind;
        out += behind;
        doubled[out++] = QUOTE;
      }
    }
    while (at < to) {
      byte next = utf8[at++];
      doubled[out++] = next;
      if (next == QUOTE) {
        doubled[out++] = QUOTE;
      }
    }
    return out;
  }
}
