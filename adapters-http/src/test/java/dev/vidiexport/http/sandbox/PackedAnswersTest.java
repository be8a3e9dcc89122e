package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.Request;
import okio.Buffer;
import okio.GzipSource;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedAnswersTest {
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual().withBuildTime(Duration.ZERO));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip | true
          deflate, GZIP;q=0.5 | true
          * | true
          gzip;q=1.0, identity | true
          gzip;q=0 | false
          gzip;q=0.0, identity | false
          identity | false
          x-gzip-not | false
          """)
  void areSentToThoseWhoTakeThem(String accepted, boolean packed) throws IOException {
    assertThat("gzip".equals(answer(accepted).header("Content-Encoding"))).isEqualTo(packed);
  }

  @Test
  void holdWhatPlainAnswersHold() throws IOException {
    Map<String, String> day =
        ExportArguments.of("viewers", "5m", "2016-04-29T00:00:00", "2016-04-29T23:59:59");
    Caller caller = new Caller(sandbox);
    caller.data(day);
    String unpackedByTheClient = caller.data(day).body();

    StringBuilder rows = new StringBuilder();
    sandbox.rows(day).forEach(row -> rows.append(rows.isEmpty() ? "\n" : ",\n").append(row));

    assertThat(unpackedByTheClient).contains("[" + rows + "]");
  }

  @Test
  void areWholeGzip() throws IOException {
    byte[] packed = new Caller(sandbox).packed("api/v1/locations/");

    try (GzipSource source = new GzipSource(new Buffer().write(packed))) {
      assertThat(Okio.buffer(source).readUtf8()).startsWith("[\n{\"id\":1056,").endsWith("}]");
    }
  }

  private Caller.Answer answer(String accepted) throws IOException {
    Caller caller = new Caller(sandbox);
    return caller.send(
        new Request.Builder()
            .url(caller.url("api/v1/whoami/"))
            .header("Accept-Encoding", accepted));
  }
}
