package dev.vidiexport.http.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/** The first characters of an answer, which tell an answer from a page of some proxy. */
public final class AnswerOpening {
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");
  private static final int SHOWN_CHARACTERS = 60;

  /**
   * More than is shown, so that a secret at the edge, and a message within, are seen as a whole.
   */
  private static final int LOOKED_AT_BYTES = 64 * 1024;

  private AnswerOpening() {}

  /** What a body calls itself. */
  public static String contentType(ResponseBody body) {
    MediaType type = body.contentType();
    return type == null ? "no content type" : type.toString();
  }

  /**
   * Skips a byte order mark and white space, up to the bracket that opens the answer.
   *
   * @param bracket which one is expected
   * @param otherwise what the answer is when it begins with anything else: {@code "is no list"}
   * @param contentType what the answer calls itself, for the message
   * @throws CutAnswerException when the body ends before anything else came
   * @throws ExportException when it begins with anything else
   */
  static void skipTo(
      char bracket, String otherwise, AnswerBody body, String contentType, RemoteText remoteText)
      throws IOException {
    BufferedSource source = body.source();
    skipByteOrderMark(body);
    Buffer buffer = source.getBuffer();
    while (source.request(1) && isWhiteSpace(buffer.getByte(0))) {
      source.skip(1);
      body.count(1);
      if (body.bytes() > AnswerBounds.BYTES_WITHOUT_ROWS) {
        throw ProtocolViolation.of(
            FailureReason.ANSWER_BEYOND_BOUNDS, "begins with nothing but white space");
      }
    }
    if (buffer.exhausted()) {
      throw new CutAnswerException(body.bytes());
    }
    if (buffer.getByte(0) != bracket) {
      String begin = begin(source);
      throw ServiceWords.in(begin)
          .addedTo(
              ProtocolViolation.of(
                  FailureReason.PAGE_INSTEAD_OF_ANSWER,
                  "%s: it begins with \"%s\" (%s)"
                      .formatted(
                          otherwise,
                          remoteText.show(begin, SHOWN_CHARACTERS),
                          remoteText.show(contentType, SHOWN_CHARACTERS))),
              remoteText);
    }
  }

  private static void skipByteOrderMark(AnswerBody body) throws IOException {
    BufferedSource source = body.source();
    int mark = BYTE_ORDER_MARK.size();
    if (source.request(mark)) {
      if (source.rangeEquals(0, BYTE_ORDER_MARK)) {
        source.skip(mark);
        body.count(mark);
      }
      return;
    }
    ByteString all = source.getBuffer().snapshot();
    if (all.size() > 0 && BYTE_ORDER_MARK.startsWith(all)) {
      throw new CutAnswerException(all.size());
    }
  }

  private static String begin(BufferedSource source) {
    try {
      source.request(LOOKED_AT_BYTES);
    } catch (IOException endedEarly) {
      // What has arrived is enough to tell that it is not an answer.
      return bufferedText(source);
    }
    return bufferedText(source);
  }

  private static String bufferedText(BufferedSource source) {
    Buffer buffer = source.getBuffer();
    return buffer.snapshot((int) Math.min(buffer.size(), LOOKED_AT_BYTES)).string(UTF_8);
  }

  private static boolean isWhiteSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
