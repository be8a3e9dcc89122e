package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import retrofit2.Invocation;
import retrofit2.http.Streaming;

/**
 * Keeps bodies that are read as a whole from filling the memory. Retrofit reads the body of an
 * error to its end, and that of an answer that is not streamed; what stands here is the most that
 * they get. A streamed body is left alone.
 */
final class BodyLimits implements Interceptor {
  private static final int HTTP_OK = 200;
  private static final long ERROR_BYTES = 64 * 1024;
  private static final long WHOLE_ANSWER_BYTES = 1024 * 1024;
  private static final long ERROR_SECONDS = 5;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != HTTP_OK) {
      return response.newBuilder().body(beginOf(response.body())).build();
    }
    return isStreamed(chain) ? response : response.newBuilder().body(bounded(response)).build();
  }

  private static boolean isStreamed(Chain chain) {
    Invocation invocation = chain.request().tag(Invocation.class);
    AnnotatedElement method = invocation == null ? null : invocation.method();
    return method != null && method.isAnnotationPresent(Streaming.class);
  }

  /** Reads the beginning of an error's body, and closes the rest unread. */
  private static ResponseBody beginOf(ResponseBody body) {
    Buffer begin = new Buffer();
    try (body) {
      BufferedSource source = body.source();
      source.timeout().deadline(ERROR_SECONDS, TimeUnit.SECONDS);
      while (begin.size() < ERROR_BYTES && source.read(begin, ERROR_BYTES - begin.size()) != -1) {}
    } catch (IOException | ExportException unreadable) {
      // The status alone says what happened; a message that did not come through changes nothing.
      begin.clear();
    }
    return ResponseBody.create(begin, body.contentType(), begin.size());
  }

  private static ResponseBody bounded(Response response) {
    ForwardingSource source =
        new ForwardingSource(response.body().source()) {
          private long left = WHOLE_ANSWER_BYTES;

          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            if (left == 0) {
              throw ProtocolViolation.of(
                  FailureReason.ANSWER_BEYOND_BOUNDS,
                  "is longer than " + NumberText.counted(WHOLE_ANSWER_BYTES, "byte"));
            }
            long count = super.read(sink, Math.min(byteCount, left));
            left -= Math.max(count, 0);
            return count;
          }
        };
    return ResponseBody.create(Okio.buffer(source), response.body().contentType(), -1);
  }
}
