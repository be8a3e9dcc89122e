package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.TopologyObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrofitDirectoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MockWebServer server = new MockWebServer();
  private Directory directory;

  @BeforeEach
  void start() throws IOException {
    server.start();
    directory = WorkedExample.session(server.url("/prefix").toString()).directory();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksForEachList() throws Exception {
    for (int call = 0; call < 7; call++) {
      enqueue(200, "[]");
    }

    assertThat(directory.networks(MINUTE)).isEmpty();
    assertThat(directory.sites(MINUTE)).isEmpty();
    assertThat(directory.locations(MINUTE)).isEmpty();
    assertThat(directory.locationTags(MINUTE)).isEmpty();
    assertThat(directory.siteTags(MINUTE)).isEmpty();
    assertThat(directory.locationsWith("street", MINUTE)).hasValueSatisfying(this::isEmpty);
    assertThat(directory.sitesWith("north", MINUTE)).hasValueSatisfying(this::isEmpty);

    for (String path :
        List.of(
            "networks",
            "sites",
            "locations",
            "location_tags",
            "site_tags",
            "location_tag/street/locations",
            "site_tag/north/sites")) {
      RecordedRequest request = server.takeRequest();
      assertThat(request.getRequestLine()).isEqualTo("GET /prefix/api/v1/" + path + "/ HTTP/1.1");
      assertThat(request.getHeaders().get("Authorization"))
          .isEqualTo(WorkedExample.CREDENTIALS.header());
    }
    assertThat(server.getRequestCount()).isEqualTo(7);
  }

  private void isEmpty(Iterable<Id> ids) {
    assertThat(ids).isEmpty();
  }

  @Test
  void readsWhatItKnowsAndKeepsAllOfIt() throws Exception {
    String json =
        "{\"id\":12345678901234567890,\"more\":[{\"a\":1.50,\"b\":null},1e400],\"site_id\":201,"
            + "\"label\":\"銀座 \\\"1\\\"\",\"active\":true,"
            + "\"last_upload_timestamp\":\"2026-01-31T23:55:00\",\"box_id\":1056.0,"
            + "\"creation_date\":\"2014-03-01T09:30:00\",\"last_timezone\":3600}";
    enqueue(200, "[" + json + "]");

    assertThat(directory.locations(MINUTE))
        .singleElement()
        .satisfies(
            location -> {
              assertThat(location.id()).isEqualTo(new Id("12345678901234567890"));
              assertThat(location.siteId()).contains(new Id("201"));
              assertThat(location.label()).contains("銀座 \"1\"");
              assertThat(location.active()).contains("true");
              assertThat(location.lastUpload()).contains("2026-01-31T23:55:00");
              assertThat(location.creationDate()).contains("2014-03-01T09:30:00");
              assertThat(location.lastTimezone()).contains("3600");
              assertThat(location.json()).isEqualTo(json);
            });
  }

  @Test
  void missesNothingThatVidiCenterLeavesOut() throws Exception {
    enqueue(200, "[{\"id\":1},{\"label\":null,\"id\":2,\"site_id\":null,\"active\":null}]");

    assertThat(directory.locations(MINUTE))
        .extracting(TopologyObject::id)
        .containsExactly(new Id("1"), new Id("2"));
  }

  @Test
  void readsEveryKindOfObject() throws Exception {
    enqueue(200, "[{\"id\":11,\"label\":\"Métro\",\"active\":false}]");
    enqueue(200, "[{\"id\":201,\"network_id\":11,\"label\":\"Gare\",\"active\":1}]");
    enqueue(200, "[{\"id\":301,\"network_id\":\"11\",\"label\":7,\"extrapolation\":10}]");

    assertThat(directory.networks(MINUTE).get(0).active()).contains("false");
    assertThat(directory.sites(MINUTE).get(0))
        .satisfies(site -> assertThat(site.networkId()).contains(new Id("11")))
        .satisfies(site -> assertThat(site.active()).contains("1"));
    assertThat(directory.siteTags(MINUTE).get(0))
        .satisfies(tag -> assertThat(tag.networkId()).contains(new Id("11")))
        .satisfies(tag -> assertThat(tag.label()).contains("7"));
  }

  @Test
  void readsWhoBearsATag() throws Exception {
    enqueue(200, "[{\"id\":1056},{\"id\":1057,\"label\":{}},{\"id\":1056}]");

    assertThat(directory.locationsWith("street", MINUTE))
        .hasValueSatisfying(
            ids -> assertThat(ids).containsExactlyInAnyOrder(new Id("1056"), new Id("1057")));
  }

  @ParameterizedTest
  @CsvSource({
    "street side, street%20side",
    "a/b, a%2Fb",
    "a/../b, a%2F..%2Fb",
    "100%, 100%25",
    "%2e%2e, %252e%252e",
    "why?, why%3F",
    "#1, %231",
    "a+b, a%2Bb",
    "a&b;c=d, a%26b%3Bc%3Dd",
    "銀座, %E9%8A%80%E5%BA%A7",
    "😀, %F0%9F%98%80",
    "..., ...",
    "a\\b, a%5Cb",
    "{label}, %7Blabel%7D",
  })
  void asksByALabelAsOneSegment(String label, String segment) throws Exception {
    enqueue(200, "[]");
    enqueue(200, "[]");

    assertThat(directory.locationsWith(label, MINUTE)).isPresent();
    assertThat(directory.sitesWith(label, MINUTE)).isPresent();

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/prefix/api/v1/location_tag/" + segment + "/locations/");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/prefix/api/v1/site_tag/" + segment + "/sites/");
  }

  @Test
  void encodesControlCharactersOfALabel() throws Exception {
    enqueue(200, "[]");

    directory.sitesWith("a\tb\r\nHost: x\u0000", MINUTE);

    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/prefix/api/v1/site_tag/a%09b%0D%0AHost:%20x%00/sites/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a\uD800b"})
  void makesNoCallByALabelThatNoAddressCanName(String label) throws Exception {
    assertThat(directory.locationsWith(label, MINUTE)).isEmpty();
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 414})
  void isNotToldWhoBearsATagThatIsRefused(int status) throws Exception {
    enqueue(status, "{\"message\": \"There is no such tag\"}");

    assertThat(directory.locationsWith("deleted", MINUTE)).isEmpty();
  }

  @Test
  void endsWhereTheCredentialsAreRefused() {
    enqueue(403, "{\"message\": \"Invalid API Token\"}");

    assertEnds(FailureReason.ACCESS_REFUSED, () -> directory.locationsWith("street", MINUTE));
  }

  @Test
  void endsWhereAListIsRefused() {
    enqueue(404, "");

    assertEnds(FailureReason.REQUEST_REFUSED, () -> directory.networks(MINUTE));
  }

  @Test
  void sendsTheCredentialsNowhereElse() throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      server.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", other.url("/api/v1/networks/"))
              .build());

      assertEnds(FailureReason.NOT_THE_SERVICE, () -> directory.networks(MINUTE));

      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void tellsOfTooManyCalls() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After: 7").build());

    assertThat(trouble())
        .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(Trouble.Kind.RATE_LIMITED))
        .satisfies(trouble -> assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(7)));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void tellsOfABodyThatBreaksOff() {
    server.enqueue(
        new MockResponse.Builder()
            .body("[{\"id\":1},{\"id\":2}]")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(trouble().kind()).isEqualTo(Trouble.Kind.CUT);
  }

  @Test
  void tellsOfABodyThatNeverEnds() {
    Buffer body = new Buffer().writeUtf8("[{\"id\":1,\"label\":\"");
    body.write(new byte[65 * 1024 * 1024]);
    server.enqueue(new MockResponse.Builder().body(body).build());

    assertEnds(FailureReason.ANSWER_BEYOND_BOUNDS, () -> directory.networks(MINUTE));
  }

  @Test
  void showsNoSecretThatIsSentBack() throws Exception {
    String echo = "[{\"id\":1,\"label\":\"%s\",\"%<s\":\"%s\"}]";
    enqueue(200, echo.formatted(WorkedExample.TOKEN, WorkedExample.CREDENTIALS.header()));

    assertThat(directory.networks(MINUTE))
        .singleElement()
        .satisfies(
            network -> {
              assertThat(network.label()).contains("(not shown)");
              assertThat(network.json())
                  .isEqualTo(
                      "{\"id\":1,\"label\":\"(not shown)\",\"(not shown)\":\"Basic (not"
                          + " shown)\"}");
            });
  }

  @Test
  void endsAtOnceAfterACancel() {
    directory.cancel();

    assertEnds(FailureReason.CANCELLED, () -> directory.sites(MINUTE));
    assertThat(server.getRequestCount()).isZero();
  }

  private void enqueue(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private Trouble trouble() {
    try {
      throw new AssertionError("Answered " + directory.networks(MINUTE));
    } catch (TroubleException exception) {
      return exception.trouble();
    }
  }

  private static void assertEnds(FailureReason reason, ThrowingCallable question) {
    assertThatThrownBy(question)
        .isInstanceOfSatisfying(
            ExportException.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
        .hasMessageNotContaining(WorkedExample.TOKEN);
  }
}
