package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.vidiexport.http.sandbox.data.Refusal;
import dev.vidiexport.http.sandbox.data.VidiCenterJson;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The answer to one call. */
final class Reply {
  private static final int OK = 200;
  private static final int BUFFER_CHARACTERS = 16 * 1024;
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final long UNKNOWN_LENGTH = 0;
  private static final long NO_BODY = -1;

  /** Takes gzip, and not with the weight zero, which refuses it. */
  private static final Pattern TAKES_GZIP =
      Pattern.compile("(?i)(^|.*,)\\s*(gzip|\\*)\\s*(;\\s*q=(1|0\\.0*[1-9]).*)?(,.*|$)");

  private final HttpExchange exchange;
  private final Runnable whenEnding;
  private boolean begun;
  private boolean ended;

  /** Writes a body piece by piece. */
  @FunctionalInterface
  interface Body {
    void writeTo(Writer writer) throws IOException;
  }

  /**
   * The answer to a call that just came.
   *
   * @param whenEnding is run once, before the caller can know that the answer is whole: whoever
   *     calls again at once is not calling twice at a time
   */
  Reply(HttpExchange exchange, Runnable whenEnding) {
    this.exchange = exchange;
    this.whenEnding = whenEnding;
  }

  /** The call is over, if it was not so before. */
  void end() {
    if (!ended) {
      ended = true;
      whenEnding.run();
    }
  }

  /** Whether a status was sent, so that no other can be. */
  boolean hasBegun() {
    return begun;
  }

  void json(String json) throws IOException {
    json(writer -> writer.write(json));
  }

  /** Streams a body, packed where the caller takes that. */
  void json(Body body) throws IOException {
    boolean packed = takesGzip(exchange.getRequestHeaders());
    if (packed) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    begin(OK, UNKNOWN_LENGTH);
    // Not closed after a failure: closing would end the body as if it were whole.
    OutputStream bytes = new EndingStream(exchange.getResponseBody());
    Writer writer = buffered(packed ? new FastGzip(bytes) : bytes);
    try {
      body.writeTo(writer);
    } catch (BrokenConnectionException broken) {
      writer.flush();
      throw broken;
    }
    writer.close();
  }

  void refuse(Refusal refusal) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    if (refusal.status() == 401) {
      headers.set("WWW-Authenticate", "Basic realm=\"VidiCenter sandbox\", charset=\"UTF-8\"");
    }
    if (refusal.status() == 405) {
      headers.set("Allow", "GET");
    }
    refusal.retryAfter().ifPresent(wait -> headers.set("Retry-After", wholeSeconds(wait)));
    byte[] body =
        "{\"message\":%s,\"error\":%s}"
            .formatted(VidiCenterJson.quoted(refusal.message()), refusal.status())
            .getBytes(UTF_8);
    boolean headersOnly = exchange.getRequestMethod().equals("HEAD");
    end();
    begin(refusal.status(), headersOnly ? NO_BODY : body.length);
    if (!headersOnly) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void begin(int status, long length) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    begun = true;
    exchange.sendResponseHeaders(status, length);
  }

  private static Writer buffered(OutputStream bytes) {
    return new BufferedWriter(new OutputStreamWriter(bytes, UTF_8), BUFFER_CHARACTERS);
  }

  private static String wholeSeconds(Duration wait) {
    return String.valueOf(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
  }

  private static boolean takesGzip(Headers headers) {
    List<String> encodings = headers.getOrDefault("Accept-Encoding", List.of());
    return TAKES_GZIP.matcher(String.join(",", encodings)).matches();
  }

  /** Closing it lets the caller know that the body is whole. */
  private final class EndingStream extends FilterOutputStream {
    EndingStream(OutputStream body) {
      super(body);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      end();
      super.close();
    }
  }

  /** A body is packed while somebody waits for it, so speed counts more than size. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream bytes) throws IOException {
      super(bytes, BUFFER_BYTES, true);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
