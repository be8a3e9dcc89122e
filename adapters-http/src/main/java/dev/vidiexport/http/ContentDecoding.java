package dev.vidiexport.http;

import dev.vidiexport.domain.failure.ProtocolViolation;
import dev.vidiexport.http.answers.RemoteText;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/**
 * Asks for gzip, and unpacks bodies as their {@code Content-Encoding} says (RFC 9110, 8.4). OkHttp
 * would do so by itself, but takes the first member of gzip for all of it, knows one of its two
 * names, and tells damage from an early end by no more than words.
 *
 * <p>A body that cannot be unpacked fails when it is read, not before: of an answer that is an
 * error, the status says what happened.
 */
final class ContentDecoding implements Interceptor {
  private static final String ENCODING = "Content-Encoding";
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
  private static final String IDENTITY = "identity";

  /** Each takes memory and time; nobody packs what is packed again and again. */
  private static final int MOST_CODINGS = 3;

  private static final int LONGEST_NAME = 60;

  private final RemoteText remoteText;

  ContentDecoding(RemoteText remoteText) {
    this.remoteText = remoteText;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response =
        chain.proceed(chain.request().newBuilder().header("Accept-Encoding", "gzip").build());
    List<String> codings = codings(response.headers());
    if (codings.isEmpty()) {
      return response;
    }
    ResponseBody body = response.body();
    return response
        .newBuilder()
        .removeHeader(ENCODING)
        .removeHeader("Content-Length")
        .body(
            ResponseBody.create(
                Okio.buffer(decoded(body.source(), codings)), body.contentType(), -1))
        .build();
  }

  /** What was done to the body, in order. */
  private static List<String> codings(Headers headers) {
    return headers.values(ENCODING).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(IDENTITY))
        .toList();
  }

  private Source decoded(Source packed, List<String> codings) {
    Optional<String> unknown = codings.stream().filter(coding -> !isGzip(coding)).findFirst();
    if (unknown.isPresent()) {
      return new UnreadableSource(
          packed,
          "is encoded as \"%s\", but gzip was asked for"
              .formatted(remoteText.show(unknown.get(), LONGEST_NAME)));
    }
    if (codings.size() > MOST_CODINGS) {
      return new UnreadableSource(
          packed, "is encoded %s times, one over the other".formatted(codings.size()));
    }
    Source unpacked = packed;
    for (int layer = 0; layer < codings.size(); layer++) {
      unpacked = new GzipMembers(unpacked);
    }
    return unpacked;
  }

  private static boolean isGzip(String coding) {
    return GZIP.contains(coding.toLowerCase(Locale.ROOT));
  }

  /** A body that nobody here can read. */
  private record UnreadableSource(Source packed, String found) implements Source {
    @Override
    public long read(Buffer sink, long byteCount) {
      throw ProtocolViolation.of(found);
    }

    @Override
    public Timeout timeout() {
      return packed.timeout();
    }

    @Override
    public void close() throws IOException {
      packed.close();
    }
  }
}
