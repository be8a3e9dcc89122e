package dev.vidiexport.http.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.http.RawServer;
import dev.vidiexport.http.WorkedExample;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing gets to a socket of the client without room for it. */
class CallPermitTest {
  private RawServer server;
  private OkHttpClient client;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    client = WorkedExample.client(WorkedExample.settings(server.url()));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void noConnectionIsMadeForACallThatTookNoRoom() throws IOException {
    assertStopped(new Request.Builder().url(server.url()).build());

    assertThat(server.connections()).isZero();
  }

  @Test
  void noConnectionIsMadeForACallWhoseRoomWasGivenBack() throws IOException {
    CallPermit permit = new CallPermit(Duration.ofMinutes(1));
    permit.end();

    assertStopped(request(permit));

    assertThat(permit.isSent()).isFalse();
    assertThat(server.connections()).isZero();
  }

  @Test
  void theSameRoomServesOneRequestAlone() throws IOException {
    server.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(), false);
    CallPermit permit = new CallPermit(Duration.ofMinutes(1));
    try (Response response = client.newCall(request(permit)).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }

    assertStopped(request(permit));

    assertThat(permit.isSent()).isTrue();
    assertThat(server.connections()).isEqualTo(1);
  }

  /** What OkHttp would send again by itself comes by the last step a second time. */
  @Test
  void theLastStepBeforeTheWireStopsASecondRequestOfOneCall() {
    CallPermit permit = new CallPermit(Duration.ofMinutes(1));
    permit.markSent();

    assertThatThrownBy(permit::markSent).isInstanceOf(ExportException.class);
  }

  @Test
  void theLastStepBeforeTheWireIsAtItsPost() {
    assertThat(client.networkInterceptors()).last().isSameAs(CallPermit.BEFORE_SENDING);
    assertThat(client.interceptors()).first().isSameAs(CallPermit.BEFORE_CONNECTING);
  }

  private Request request(CallPermit permit) {
    return new Request.Builder().url(server.url()).tag(CallPermit.class, permit).build();
  }

  private void assertStopped(Request request) {
    assertThatThrownBy(() -> client.newCall(request).execute())
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.DEFECT));
  }
}
