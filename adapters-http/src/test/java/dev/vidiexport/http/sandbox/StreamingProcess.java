package dev.vidiexport.http.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Serves more rows than its memory can hold, takes them, and prints how many and what they were.
 */
final class StreamingProcess {
  private static final int LOCATIONS = 120;

  private StreamingProcess() {}

  public static void main(String[] arguments) throws IOException {
    SandboxSettings settings =
        SandboxSettings.usual().withLocations(LOCATIONS).withBuildTime(Duration.ZERO);
    try (Sandbox sandbox = Sandbox.start(settings)) {
      call(sandbox);
      System.out.println(call(sandbox));
    }
  }

  /** 120 locations, 87 days of 288 periods: 3,006,720 rows. */
  static Map<String, String> export() {
    Map<String, String> export =
        ExportArguments.of("ots", "5m", "2016-01-01T00:00:00", "2016-03-27T23:59:59");
    String ids =
        String.join(
            ",", LongStream.range(1056, 1056 + LOCATIONS).mapToObj(String::valueOf).toList());
    export.put("locations", ids);
    return export;
  }

  private static String call(Sandbox sandbox) throws IOException {
    HttpUrl.Builder url = HttpUrl.get(sandbox.baseUrl() + "api/v1/data/").newBuilder();
    export().forEach(url::addQueryParameter);
    Request request =
        new Request.Builder()
            .url(url.build())
            .header("Authorization", Credentials.basic(sandbox.username(), sandbox.token(), UTF_8))
            .build();
    try (Response response = new OkHttpClient().newCall(request).execute()) {
      return counted(response.body().source());
    }
  }

  private static String counted(BufferedSource body) throws IOException {
    long rows = 0;
    long fingerprint = 0;
    for (String line = body.readUtf8Line(); line != null; line = body.readUtf8Line()) {
      if (line.startsWith("{\"location_id\"")) {
        rows++;
        fingerprint += ServedRows.fingerprint(line.substring(0, line.indexOf('}') + 1));
      }
    }
    return rows + " rows " + fingerprint;
  }
}
