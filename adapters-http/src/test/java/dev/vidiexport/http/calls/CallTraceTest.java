package dev.vidiexport.http.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.http.RawServer;
import dev.vidiexport.http.Samples;
import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing gets to a socket of the client without room for it. */
class CallTraceTest {
  private RawServer server;
  private OkHttpClient client;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer();
    client = Samples.client(Samples.settings(server.url()));
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
    CallTrace trace = new CallTrace(Duration.ofMinutes(1));
    trace.end();

    assertStopped(request(trace));

    assertThat(trace.isSent()).isFalse();
    assertThat(server.connections()).isZero();
  }

  @Test
  void theSameRoomServesOneRequestAlone() throws IOException {
    server.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(), false);
    CallTrace trace = new CallTrace(Duration.ofMinutes(1));
    try (Response response = client.newCall(request(trace)).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }

    assertStopped(request(trace));

    assertThat(trace.isSent()).isTrue();
    assertThat(server.connections()).isEqualTo(1);
  }

  /** What OkHttp would send again by itself comes by the last step a second time. */
  @Test
  void theLastStepBeforeTheWireStopsASecondRequestOfOneCall() {
    CallTrace trace = new CallTrace(Duration.ofMinutes(1));
    trace.markSent();

    assertThatThrownBy(trace::markSent).isInstanceOf(ExportException.class);
  }

  @Test
  void theLastStepBeforeTheWireIsAtItsPost() {
    assertThat(client.networkInterceptors()).last().isSameAs(CallTrace.BEFORE_SENDING);
    assertThat(client.interceptors()).first().isSameAs(CallTrace.BEFORE_CONNECTING);
  }

  private Request request(CallTrace trace) {
    return new Request.Builder().url(server.url()).tag(CallTrace.class, trace).build();
  }

  private void assertStopped(Request request) {
    assertThatThrownBy(() -> client.newCall(request).execute())
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.reason()).isEqualTo(FailureReason.DEFECT));
  }
}
