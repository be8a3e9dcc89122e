package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import okio.BufferedSource;

/**
 * The decompressed body of an answer on its way to the JSON parser. It counts the bytes, makes sure
 * that they are UTF-8, and that no part of the answer is longer than it may be. Not thread-safe.
 */
public final class AnswerBody extends InputStream {
  /** What can stand at the end of a cut text without being the end of a JSON token. */
  private static final Pattern BEGUN_TOKEN =
      Pattern.compile(
          "(^|.*[^a-zA-Z])(t|tr|tru|f|fa|fal|fals|n|nu|nul|N|Na|I|In|Inf|Infi|Infin|Infini|Infinit)|.*[-0-9.]|.*[0-9][eE][-+]?",
          Pattern.DOTALL);

  private static final String BEYOND_OTHER =
      "contains, besides its rows, more than "
          + NumberText.counted(AnswerBounds.BYTES_WITHOUT_ROWS, "byte");
  private static final String BEYOND_ROW =
      "contains a row of more than " + NumberText.counted(AnswerBounds.ROW_BYTES, "byte");
  private static final String BEYOND_LIST =
      "is longer than " + NumberText.counted(AnswerBounds.LIST_BYTES, "byte");

  /**
   * One byte more than is ever filled: {@link FastRow} stops its search at a zero after all bytes.
   */
  private static final int ROOM_BYTES = 64 * 1024;

  private final BufferedSource source;
  private final InputStream stream;
  private final Utf8Check utf8 = new Utf8Check();
  private final byte[] buffer = new byte[ROOM_BYTES + 1];
  private int begin;
  private int end;
  private long bytes;
  private boolean ended;
  private long lastEightBytes;
  private long limit = AnswerBounds.BYTES_WITHOUT_ROWS;
  private String beyondLimit = BEYOND_OTHER;

  public AnswerBody(BufferedSource source) {
    this.source = source;
    this.stream = source.inputStream();
  }

  /** The body, to look at its beginning before anything of it is read as a stream. */
  BufferedSource source() {
    return source;
  }

  /** Counts what was read, or skipped, from {@link #source} directly. */
  void count(long skipped) {
    bytes += skipped;
  }

  /** How many bytes were taken so far; the parser takes some thousand at a time. */
  long bytes() {
    return bytes;
  }

  /** How many bytes have come so far, taken or not. */
  public long received() {
    return bytes + end - begin;
  }

  /** Whether the parser has asked for more than there was. */
  boolean isEnded() {
    return ended;
  }

  /**
   * Whether the bytes so far end in a number, or within {@code true}, {@code false}, {@code null},
   * {@code NaN} or {@code Infinity}.
   */
  boolean endsWithinToken() {
    byte[] end = ByteBuffer.allocate(Long.BYTES).putLong(lastEightBytes).array();
    return BEGUN_TOKEN.matcher(new String(end, US_ASCII)).matches();
  }

  /** A row begins, or what is between two rows: its length counts from here. */
  void expectRow() {
    limit = bytes + AnswerBounds.ROW_BYTES;
    beyondLimit = BEYOND_ROW;
  }

  /** A list of objects follows, and nothing else. */
  void expectList() {
    limit = AnswerBounds.LIST_BYTES;
    beyondLimit = BEYOND_LIST;
  }

  /** A list of rows follows that nobody reads; nothing of it is kept. */
  void expectAnything() {
    limit = Long.MAX_VALUE;
  }

  /** The part outside the rows follows, which may have this many bytes more. */
  void expectOther(long most) {
    limit = bytes + most;
    beyondLimit = BEYOND_OTHER;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (begin == end && !fill()) {
      ended = true;
      return -1;
    }
    int count = Math.min(length, end - begin);
    System.arraycopy(buffer, begin, into, offset, count);
    take(count);
    if (bytes > limit) {
      throw ProtocolViolation.of(FailureReason.ANSWER_BEYOND_BOUNDS, beyondLimit);
    }
    return count;
  }

  /** The bytes waiting to be taken, from {@link #begin} to {@link #end}; a zero follows them. */
  byte[] buffer() {
    return buffer;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  /** Takes bytes that wait. */
  void take(int count) {
    begin += count;
    bytes += count;
  }

  /** Puts back the last bytes that {@link #read} gave; nothing was filled since. */
  void putBack(int count) {
    begin -= count;
    bytes -= count;
  }

  /**
   * Waits for more bytes after those that are waiting already, which move to the front.
   *
   * @return whether there are more; not at the end of the body, nor where there is no room
   */
  boolean fill() throws IOException {
    System.arraycopy(buffer, begin, buffer, 0, end - begin);
    end -= begin;
    begin = 0;
    buffer[end] = 0;
    if (end == ROOM_BYTES) {
      return false;
    }
    int count = stream.read(buffer, end, ROOM_BYTES - end);
    if (count < 0) {
      return false;
    }
    int invalid = utf8.firstInvalid(buffer, end, count);
    if (invalid >= 0) {
      throw ProtocolViolation.of(
          "contains text that is not Unicode: byte %s of the answer is not UTF-8"
              .formatted(NumberText.of(bytes + invalid + 1)));
    }
    for (int index = Math.max(0, count - Long.BYTES); index < count; index++) {
      lastEightBytes = (lastEightBytes << Byte.SIZE) | (buffer[end + index] & 0xFF);
    }
    end += count;
    buffer[end] = 0;
    return true;
  }
}
