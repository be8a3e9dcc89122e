package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.testing.GrowingDeadline;
import dev.vidiexport.http.answers.RecordedRows;
import dev.vidiexport.http.calls.HttpTimeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrofitVidiCenterTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MockWebServer server = new MockWebServer();
  private final RecordedRows rows = new RecordedRows();
  private VidiCenter vidiCenter;

  @BeforeEach
  void start() throws IOException {
    server.start();
    vidiCenter = WorkedExample.session(server.url("/prefix/").toString()).vidiCenter();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksOnceWithTheCredentialsAndTheWholeQuery() throws Exception {
    server.enqueue(answer().body(WorkedExample.FINISHED).build());

    Answer answer = ask();

    assertThat(answer).isEqualTo(new Answer.Finished(Optional.of("2016-08-25T15:22:35")));
    assertThat(rows.rows()).isEqualTo(WorkedExample.FINISHED_ROWS);
    RecordedRequest request = onlyRequest();
    assertThat(request.getRequestLine())
        .isEqualTo("GET /prefix/api/v1/data/?" + WorkedExample.QUERY + " HTTP/1.1");
    assertThat(request.getHeaders().values("Authorization"))
        .containsExactly(WorkedExample.CREDENTIALS.header());
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("vidiexport/test");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void sendsExactlyTheUrlThatIsShown() throws Exception {
    server.enqueue(answer().body("{\"state\":\"started\"}").build());
    BaseUrl baseUrl = BaseUrl.parse(server.url("/prefix/").toString());

    vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, true, MINUTE, rows);

    assertThat(server.url(onlyRequest().getTarget()).toString())
        .isEqualTo(ExportUrl.of(baseUrl, WorkedExample.REQUEST, true))
        .endsWith("&force_rebuild=1");
  }

  @Test
  void readsCompressedAndChunkedBodies() throws Exception {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(WorkedExample.FINISHED);
    }
    long zippedBytes = zipped.size();
    server.enqueue(answer().addHeader("Content-Encoding: gzip").chunkedBody(zipped, 7).build());

    assertThat(ask()).isInstanceOf(Answer.Finished.class);
    assertThat(rows.rows()).isEqualTo(WorkedExample.FINISHED_ROWS);
    assertThat(rows.bodyBytes().get(1)).isGreaterThan(zippedBytes);
  }

  @Test
  void readsUtf8WhateverTheContentTypeSays() throws Exception {
    server.enqueue(
        answer()
            .setHeader("Content-Type", "application/json; charset=iso-8859-1")
            .body("{\"state\":\"finished\",\"data\":[{\"a\":\"é\"}]}")
            .build());

    ask();

    assertThat(rows.rows().get(0)).containsEntry("a", "TEXT é");
  }

  @ParameterizedTest
  @CsvSource({"401, CREDENTIALS_REFUSED", "403, ACCESS_REFUSED"})
  void refusedCredentialsEndTheRun(int status, FailureReason reason) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .body("{\"message\": \"Invalid API Token\", \"error\": %s}".formatted(status))
            .build());

    assertEnds(reason)
        .hasMessageEndingWith(
            "refused the credentials with %s: Invalid API Token.".formatted(status));
    onlyRequest();
  }

  @ParameterizedTest
  @CsvSource({
    "400, REQUEST_REFUSED",
    "402, REQUEST_REFUSED",
    "404, REQUEST_REFUSED",
    "405, REQUEST_REFUSED",
    "407, REFUSED_AS_BY_PROXY",
    "409, REQUEST_REFUSED",
    "410, REQUEST_REFUSED",
    "413, REQUEST_TOO_LARGE",
    "414, URL_TOO_LONG",
    "421, REQUEST_REFUSED",
    "422, REQUEST_REFUSED",
    "451, REQUEST_REFUSED",
    "499, REQUEST_REFUSED"
  })
  void refusedRequestsEndTheRun(int status, FailureReason reason) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .body("{\"message\": \"Bad location.\\u001b[31m\", \"error\": 1}")
            .build());

    assertEnds(reason)
        .hasMessageContaining(status == 407 ? "407" : status + ": Bad location.\\u{001B}[31m.");
    onlyRequest();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\": \"No such site\"} | 400: No such site.",
        "{\"fail_reason\": \"No such site\"} | 400: No such site.",
        "{\"detail\": \"No such site\"} | 400: No such site.",
        "{\"error\": {\"code\": 7, \"message\": \"No such site\"}} | 400: No such site.",
        "{\"message\": [\"No such site\", \"No such tag\"]} | 400: No such site; No such tag.",
        "{\"message\": \"No such site\", \"error\": \"lookup\"} | 400: No such site; lookup.",
        "{\"message\": 4711} | 400: error 4711.",
        "{\"message\": null, \"error\": 400} | 400 Client Error.",
        "{\"message\": \"No such site\", \"more\": NaN | 400: No such site.",
        "<html>secret page</html> | 400 Client Error.",
        "[\"No such site\"] | 400 Client Error.",
      })
  void whatARefusalSaysIsFoundWhereverItStands(String body, String end) {
    server.enqueue(new MockResponse.Builder().code(400).body(body).build());

    assertEnds(FailureReason.REQUEST_REFUSED).hasMessageEndingWith(" with " + end);
  }

  @Test
  void aRefusalInPlainTextMayBeJson() {
    server.enqueue(
        new MockResponse.Builder()
            .code(503)
            .setHeader("Content-Type", "text/plain")
            .body("{\"message\": \"Back at ten\"}")
            .build());

    assertThat(trouble(MINUTE).reason()).endsWith("answered 503: Back at ten");
  }

  @Test
  void whatARedirectSaysIsRepeated() {
    server.enqueue(
        new MockResponse.Builder()
            .code(302)
            .setHeader("Location", "https://login.example.com/")
            .body("{\"message\": \"Moved\"}")
            .build());

    assertEnds(FailureReason.NOT_THE_SERVICE)
        .hasMessageContaining("redirected the call (302: Moved) to login.example.com,");
  }

  @Test
  void aRefusalThatSpeaksOfTheSizeIsOneOfSize() {
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body("{\"message\": \"Too many rows, the limit is 20 million\", \"error\": 400}")
            .build());

    assertEnds(FailureReason.REQUEST_TOO_LARGE)
        .hasMessageEndingWith("with 400: Too many rows, the limit is 20 million.");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 599})
  void serverErrorsAreTroubleAndNothingIsSentAgain(int status) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .status("HTTP/1.1 %s Odd Day".formatted(status))
            .addHeader("Retry-After: 0")
            .body("<html>secret page</html>")
            .build());

    Trouble trouble = trouble(MINUTE);

    assertThat(trouble.kind()).isEqualTo(Trouble.Kind.UNANSWERED);
    assertThat(trouble.reason()).endsWith("answered %s Odd Day".formatted(status));
    assertThat(trouble.retryAfter()).contains(Duration.ZERO);
    onlyRequest();
  }

  @ParameterizedTest
  @CsvSource({"99999999999, P365D", "120, PT2M", "soon,", "-5,"})
  void tooManyCallsAreTroubleWithTheWaitThatTheServiceNames(String value, Duration expected)
      throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", value).build());

    Trouble trouble = trouble(MINUTE);

    assertThat(trouble.kind()).isEqualTo(Trouble.Kind.RATE_LIMITED);
    assertThat(trouble.retryAfter()).isEqualTo(Optional.ofNullable(expected));
    onlyRequest();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  void redirectsAreNotFollowed(int status) throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      server.enqueue(
          new MockResponse.Builder()
              .code(status)
              .addHeader("Location", other.url("/elsewhere?q=1").toString())
              .build());

      assertEnds(FailureReason.NOT_THE_SERVICE)
          .hasMessageContaining("redirected the call (%s) to localhost,".formatted(status))
          .hasMessageNotContaining("elsewhere");
      onlyRequest();
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void aRedirectToNowhereIsSaidToBeOne() {
    server.enqueue(new MockResponse.Builder().code(302).build());

    assertEnds(FailureReason.NOT_THE_SERVICE).hasMessageContaining("an invalid address");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 203, 204, 205, 206, 226, 304})
  void otherStatusesAreNotTheProtocol(int status) throws Exception {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    if (status != 204 && status != 205 && status != 304) {
      response.body("{\"state\":\"started\"}");
    }
    server.enqueue(response.build());

    assertEnds(FailureReason.NOT_THE_SERVICE).hasMessageContaining(String.valueOf(status));
    onlyRequest();
  }

  @Test
  void anAnswerWithoutContentThatHasSomeIsNotTheProtocol() {
    server.enqueue(new MockResponse.Builder().code(204).body("{\"state\":\"started\"}").build());

    assertEnds(FailureReason.NOT_THE_SERVICE);
  }

  @Test
  void aSignInPageIsNotTheProtocol() {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type: text/html")
            .body("<!doctype html><title>Sign in</title>")
            .build());

    assertEnds(FailureReason.PAGE_INSTEAD_OF_ANSWER)
        .hasMessageContaining("begins with \"<!doctype html><title>Sign in</title>\" (text/html)");
  }

  @Test
  void anErrorThatEchoesTheTokenIsShownWithoutIt() {
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body(
                "{\"message\":\"%s and %s\"}"
                    .formatted(WorkedExample.TOKEN, WorkedExample.CREDENTIALS.header()))
            .build());

    assertEnds(FailureReason.REQUEST_REFUSED)
        .hasMessageContaining("(not shown) and Basic (not shown)");
  }

  @Test
  void anEndlessErrorIsNotReadToItsEnd() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(503)
            .body(new Buffer().write(new byte[50_000_000]))
            .build());

    assertThat(trouble(MINUTE).reason()).endsWith("answered 503 Server Error");
  }

  @Test
  void anErrorWhoseBodyDoesNotComeIsStillThatError() {
    server.enqueue(
        new MockResponse.Builder()
            .code(401)
            .body("{\"message\":\"Invalid API Token\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertEnds(FailureReason.CREDENTIALS_REFUSED).hasMessageContaining("401");
  }

  @Tag("deadline")
  @Test
  void timeThatIsOverBeforeTheAnswerIsAnUnansweredCall() throws Exception {
    Trouble trouble =
        GrowingDeadline.from(
            Duration.ofMillis(300),
            deadline -> {
              server.enqueue(answer().headersDelay(1, TimeUnit.HOURS).build());
              return trouble(deadline);
            },
            attempt -> attempt.kind() != Trouble.Kind.NOT_DELIVERED);

    assertThat(trouble).isEqualTo(Trouble.of(Trouble.Kind.UNANSWERED, "no answer arrived in time"));
  }

  @Tag("deadline")
  @Test
  void timeThatIsOverWithinTheBodyIsAnAnswerStillComing() throws Exception {
    Trouble trouble =
        GrowingDeadline.from(
            Duration.ofMillis(500),
            deadline -> {
              server.enqueue(sixtyBytesAndNoMore());
              return trouble(deadline);
            },
            attempt -> attempt.reason().endsWith(" 60 bytes"));

    assertThat(trouble.kind()).isEqualTo(Trouble.Kind.STILL_COMING);
    assertThat(trouble.reason())
        .isEqualTo("the answer was still coming when the time ran out, after 60 bytes");
  }

  @Tag("deadline")
  @Test
  void silenceWithinTheBodyIsACut() throws Exception {
    Trouble trouble =
        GrowingDeadline.from(
            Duration.ofMillis(300),
            idle -> {
              server.enqueue(sixtyBytesAndNoMore());
              return troubleAfterSilenceOf(idle);
            },
            attempt -> attempt.reason().endsWith(" 60 bytes"));

    assertThat(trouble.kind()).isEqualTo(Trouble.Kind.CUT);
    assertThat(trouble.reason())
        .matches("nothing more of the answer arrived for [0-9.]+m?s, after 60 bytes");
    assertThat(trouble.retryAfter()).isEmpty();
  }

  @Tag("deadline")
  @Test
  void silenceBeforeTheAnswerIsAnUnansweredCall() {
    server.enqueue(answer().headersDelay(1, TimeUnit.HOURS).build());

    assertThat(troubleAfterSilenceOf(Duration.ofMillis(300)))
        .isEqualTo(Trouble.of(Trouble.Kind.UNANSWERED, "no answer arrived within 300ms"));
  }

  private static MockResponse sixtyBytesAndNoMore() {
    return answer().body(WorkedExample.FINISHED).throttleBody(60, 1, TimeUnit.HOURS).build();
  }

  private Trouble troubleAfterSilenceOf(Duration idle) {
    HttpTimeouts impatient = new HttpTimeouts(MINUTE, idle);
    vidiCenter = WorkedExample.session(server.url("/").toString(), impatient).vidiCenter();
    return trouble(Duration.ofHours(1));
  }

  @Test
  void endsInMidBodyWhenCancelledAndStaysSo() {
    String many = "{\"data\":[" + "{\"a\":1},".repeat(20_000);
    server.enqueue(answer().body(many).throttleBody(100_000, 1, TimeUnit.HOURS).build());
    RecordedRows cancelling =
        new RecordedRows() {
          @Override
          public void endRow(long bytes) {
            vidiCenter.cancel();
          }
        };

    assertThatThrownBy(
            () -> vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, false, MINUTE, cancelling))
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.CANCELLED));
    assertEnds(FailureReason.CANCELLED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void passesOnWhatTheReceiverThrowsAndGivesTheConnectionUp() throws Exception {
    ExportException full = new ExportException(FailureReason.DISK_FULL, "full");
    server.enqueue(answer().body(WorkedExample.FINISHED).build());
    server.enqueue(answer().body("{\"state\":\"started\"}").build());
    RecordedRows failing =
        new RecordedRows() {
          @Override
          public void endRow(long bytes) {
            throw full;
          }
        };

    assertThatThrownBy(
            () -> vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, false, MINUTE, failing))
        .isSameAs(full);
    assertThat(ask()).isInstanceOf(Answer.Started.class);
  }

  @Test
  void keepsToTheBudgetBelowEverythingElse() throws Exception {
    for (int call = 0; call < 51; call++) {
      server.enqueue(answer().body("{\"state\":\"started\"}").build());
    }
    for (int call = 0; call < 50; call++) {
      ask();
    }

    Trouble trouble = trouble(Duration.ofSeconds(30));

    assertThat(trouble.kind()).isEqualTo(Trouble.Kind.LIMITS_HELD);
    assertThat(server.getRequestCount()).isEqualTo(50);
    assertThat(
            vidiCenter.ask(
                WorkedExample.REQUEST, CallKind.POLL, false, Duration.ofSeconds(61), rows))
        .isInstanceOf(Answer.Started.class);
  }

  private Answer ask() throws TroubleException {
    return vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, false, MINUTE, rows);
  }

  private Trouble trouble(Duration timeLeft) {
    Trouble[] trouble = new Trouble[1];
    assertThatThrownBy(
            () -> vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, false, timeLeft, rows))
        .isInstanceOfSatisfying(TroubleException.class, failure -> trouble[0] = failure.trouble());
    return trouble[0];
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertEnds(FailureReason reason) {
    return assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            ExportException.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
        .satisfies(
            failure ->
                assertThat(Throwables.getStackTrace(failure))
                    .doesNotContain(WorkedExample.CREDENTIALS.redaction()))
        .satisfies(failure -> assertThat(failure.getMessage()).matches("\\P{Cntrl}*"));
  }

  private RecordedRequest onlyRequest() throws InterruptedException {
    assertThat(server.getRequestCount()).isEqualTo(1);
    return server.takeRequest();
  }

  private static MockResponse.Builder answer() {
    return new MockResponse.Builder().addHeader("Content-Type", "application/json");
  }
}
