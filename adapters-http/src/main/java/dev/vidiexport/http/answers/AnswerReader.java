package dev.vidiexport.http.answers;

import com.fasterxml.jackson.core.JsonParser;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.port.RowReceiver;
import java.io.IOException;

/**
 * Reads the body of an answer (VidiCenter data export, Asynchronous usage). Nothing else sees a
 * token of JSON. Thread-safe.
 */
public final class AnswerReader {
  private final RemoteText remoteText;
  private final int mostUnescapedKeys;

  public AnswerReader(RemoteText remoteText) {
    this(remoteText, UnescapedKeys.USUAL_MOST);
  }

  /**
   * A reader that knows so many keys at a glance; with none of them the parser reads every row,
   * which makes no difference but for the time.
   */
  AnswerReader(RemoteText remoteText, int mostUnescapedKeys) {
    this.remoteText = remoteText;
    this.mostUnescapedKeys = mostUnescapedKeys;
  }

  /**
   * Reads a body to its end.
   *
   * @param contentType what the body calls itself, for messages alone: it is read as UTF-8
   * @param kind what the call was to bring: one for the state alone needs no rows
   * @param whenReady is run once at most, at the first sign that the export is built
   * @throws IOException when the body ended too early
   * @throws ExportException when it is not the protocol's, and whatever the receiver throws
   */
  public Answer read(
      AnswerBody body, String contentType, CallKind kind, RowReceiver receiver, Runnable whenReady)
      throws IOException {
    AnswerOpening.skipTo('{', "is not a JSON object", body, contentType, remoteText);
    long skipped = body.bytes();
    FirstSign sign = new FirstSign(whenReady);
    try (JsonParser parser = AnswerJson.PARSERS.createParser(body)) {
      RowReader rows =
          new RowReader(parser, body, receiver, new UnescapedKeys(mostUnescapedKeys), sign);
      return new AnswerDictionary(parser, body, rows, remoteText, skipped, kind, sign).read();
    }
  }

  /** Reads the body of a call that brings rows where there are some. */
  Answer read(AnswerBody body, String contentType, RowReceiver receiver) throws IOException {
    return read(body, contentType, CallKind.POLL, receiver, receiver::ready);
  }
}
