package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.port.Account;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrofitAccountTest {
  private final MockWebServer server = new MockWebServer();
  private Account account;

  @BeforeEach
  void start() throws IOException {
    server.start();
    account = WorkedExample.session(server.url("/prefix").toString()).account();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void saysWhoseCredentialsTheyAre() throws InterruptedException {
    enqueue(200, "{\"username\": \"some\\u001bone\", \"more\": [1]}");

    assertThat(account.whoami(Duration.ofMinutes(1))).isEqualTo("some\\u{001B}one");
    assertThat(server.takeRequest().getRequestLine())
        .isEqualTo("GET /prefix/api/v1/whoami/ HTTP/1.1");
  }

  @Test
  void refusedCredentialsAreSaidToBe() {
    enqueue(401, "{\"message\": \"Invalid API Token\", \"error\": 401}");

    assertEnds(FailureReason.CREDENTIALS_REFUSED).hasMessageContaining("401: Invalid API Token");
  }

  @Test
  void tooManyCallsEndWithTheTimeToComeBack() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After: 90").build());

    assertEnds(FailureReason.ACCOUNT_NOT_REACHED)
        .hasMessageEndingWith("answered 429 Client Error.")
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.failure().time()).contains(Duration.ofSeconds(90)));
  }

  @Test
  void aServiceThatIsDownIsNotReached() {
    enqueue(503, "");

    assertEnds(FailureReason.ACCOUNT_NOT_REACHED)
        .hasMessageEndingWith("answered 503 Server Error.");
  }

  @Test
  void aBrokenConnectionIsNotReached() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    assertEnds(FailureReason.ACCOUNT_NOT_REACHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Sign in</html>",
        "{}",
        "[]",
        "null",
        "3",
        "{\"username\":null}",
        "{\"username\":\" \"}",
        "{\"username\":{\"a\":1}}",
        "{\"username\":\"a\" \"b\"}"
      })
  void anythingElseIsNotTheProtocol(String body) {
    enqueue(200, body);

    assertEnds(FailureReason.NOT_THE_SERVICE)
        .hasMessageContaining("does not say whose credentials these are");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\": \"Account\\u001b closed\", \"error\": 403}",
        "{\"username\": null, \"fail_reason\": \"Account\\u001b closed\", \"error\": 403}",
        "{\"username\": {}, \"error\": {\"message\": \"Account\\u001b closed\", \"error\": 403}}"
      })
  void whatSuchAnAnswerSaysIsRepeated(String body) {
    enqueue(200, body);

    assertEnds(FailureReason.NOT_THE_SERVICE)
        .hasMessageEndingWith(" It says: \"Account\\u{001B} closed\" (error 403).");
  }

  @Test
  void anAnswerThatEndsEarlyMayComeWholeAnotherTime() {
    enqueue(200, "{\"username\":");

    assertEnds(FailureReason.ACCOUNT_NOT_REACHED)
        .hasMessageEndingWith("the answer ended too early, after 12 bytes.");
  }

  @Test
  void anAnswerWithoutContentIsNotTheProtocol() {
    server.enqueue(new MockResponse.Builder().code(204).build());

    assertEnds(FailureReason.NOT_THE_SERVICE);
  }

  @Test
  void anEndlessNameIsNotReadToItsEnd() {
    Buffer body = new Buffer().writeUtf8("{\"username\":\"");
    body.write(new byte[2 * 1024 * 1024]);
    server.enqueue(new MockResponse.Builder().body(body).build());

    assertEnds(FailureReason.ANSWER_BEYOND_BOUNDS)
        .hasMessageContaining("longer than 1,048,576 bytes");
  }

  @Test
  void endsAtOnceAfterACancel() {
    account.cancel();

    assertEnds(FailureReason.CANCELLED);
    assertThat(server.getRequestCount()).isZero();
  }

  private void enqueue(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertEnds(FailureReason reason) {
    return assertThatThrownBy(() -> account.whoami(Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            ExportException.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
        .hasMessageNotContaining(WorkedExample.TOKEN);
  }
}
