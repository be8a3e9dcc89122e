package dev.vidiexport.http;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.http.answers.AnswerBody;
import dev.vidiexport.http.answers.AnswerOpening;
import dev.vidiexport.http.calls.OpenCall;
import java.io.IOException;
import okhttp3.ResponseBody;

/** Reads the body of an answer while it comes. */
final class BodyReading {
  private BodyReading() {}

  /**
   * What makes sense of a body.
   *
   * @param <T> what it makes of it
   */
  @FunctionalInterface
  interface Reader<T> {
    /** Reads all of it; {@code contentType} is what the body calls itself, for messages. */
    T read(AnswerBody body, String contentType) throws IOException;
  }

  /**
   * Reads the body of a call whose answer has begun, to its end.
   *
   * @throws TroubleException when it ends before its end
   */
  static <T> T of(OpenCall<ResponseBody> call, Reader<T> reader) throws TroubleException {
    ResponseBody body = requireNonNull(call.response().body(), "body must not be null");
    AnswerBody bytes = new AnswerBody(body.source());
    try {
      T read = reader.read(bytes, AnswerOpening.contentType(body));
      call.markReadToItsEnd();
      return read;
    } catch (IOException failure) {
      throw call.cut(failure, bytes.received());
    }
  }
}
