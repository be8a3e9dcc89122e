package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Calls a sandbox with nothing of the client between. */
final class Caller {
  private final OkHttpClient client =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
  private final Sandbox sandbox;

  Caller(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** What came back. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  Answer data(Map<String, String> arguments) throws IOException {
    HttpUrl.Builder url = url("api/v1/data/").newBuilder();
    arguments.forEach(url::addQueryParameter);
    return send(new Request.Builder().url(url.build()));
  }

  Answer get(String pathAndQuery) throws IOException {
    return send(new Request.Builder().url(url(pathAndQuery)));
  }

  Answer send(Request.Builder request) throws IOException {
    return sendAs(Credentials.basic(sandbox.username(), sandbox.token(), UTF_8), request);
  }

  Answer sendAs(String authorization, Request.Builder request) throws IOException {
    Request whole = request.header("Authorization", authorization).build();
    try (Response response = client.newCall(whole).execute()) {
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .forEach(
              header ->
                  headers.put(header.getFirst().toLowerCase(Locale.ROOT), header.getSecond()));
      return new Answer(response.code(), headers, response.body().string());
    }
  }

  /** The body as it came over the wire, packed. */
  byte[] packed(String path) throws IOException {
    Request request =
        new Request.Builder()
            .url(url(path))
            .header("Authorization", Credentials.basic(sandbox.username(), sandbox.token(), UTF_8))
            .header("Accept-Encoding", "gzip")
            .build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().bytes();
    }
  }

  HttpUrl url(String pathAndQuery) {
    return HttpUrl.get(sandbox.baseUrl() + pathAndQuery);
  }
}
