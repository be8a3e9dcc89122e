package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.answers.RecordedRows;
import java.io.IOException;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What calls take of the limits that others share, and when they give it back. */
class SharedRoomTest {
  private final MockWebServer server = new MockWebServer();
  private final RecordingPacer pacer = new RecordingPacer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void roomForAnExportIsKeptUntilItIsBuilt() throws Exception {
    PortsOfSession shared = over(oneExport());
    VidiCenter one = shared.vidiCenter();
    VidiCenter other = shared.vidiCenter();
    answer("{\"state\":\"started\"}", WorkedExample.FINISHED, "{\"state\":\"started\"}");
    ask(one);
    one.rest();

    assertHeld(other);
    assertThat(ask(one)).isInstanceOf(Answer.Finished.class);
    assertThat(ask(other)).isInstanceOf(Answer.Started.class);
    assertHeld(one);
  }

  @Test
  void roomForAnExportIsGivenBackWhenVidiCenterFails() throws Exception {
    PortsOfSession shared = over(oneExport());
    answer("{\"state\":\"failed\"}", "{\"state\":\"started\"}");
    ask(shared.vidiCenter());

    assertThat(ask(shared.vidiCenter())).isInstanceOf(Answer.Started.class);
  }

  @Test
  void everythingIsGivenBackWhenTheRunEnds() throws Exception {
    PortsOfSession shared = over(oneExport());
    VidiCenter one = shared.vidiCenter();
    answer("{\"state\":\"started\"}", "{\"state\":\"started\"}");
    ask(one);

    one.end();

    assertThat(ask(shared.vidiCenter())).isInstanceOf(Answer.Started.class);
  }

  @Test
  void aCallThatBuildsNothingTakesNoRoomForAnExport() throws Exception {
    PortsOfSession shared = over(oneExport());
    answer("{\"state\":\"started\"}", "{\"username\":\"someone\"}");
    ask(shared.vidiCenter());

    assertThat(shared.account().whoami(Duration.ofMinutes(1))).isEqualTo("someone");
  }

  @Test
  void tooManyCallsSlowTheOthersDown() {
    RecordingQuota quota = new RecordingQuota(ServiceLimits.documented(), pacer);
    VidiCenter vidiCenter = over(quota).vidiCenter();
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "17").build());
    server.enqueue(new MockResponse.Builder().code(429).build());
    server.enqueue(new MockResponse.Builder().code(503).build());

    for (int call = 0; call < 3; call++) {
      assertThatThrownBy(() -> ask(vidiCenter)).isInstanceOf(TroubleException.class);
    }

    assertThat(quota.slowDowns()).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(1));
  }

  /** Two connections, because the idle one of the other caller counts. */
  private Quota oneExport() {
    return Quota.ofItsOwn(new ServiceLimits(50, Duration.ofMinutes(1), 2, 1), pacer::elapsed);
  }

  private PortsOfSession over(Quota quota) {
    HttpSettings settings = WorkedExample.settings(server.url("/").toString());
    return WorkedExample.session(settings, quota, pacer);
  }

  private void answer(String... bodies) {
    for (String body : bodies) {
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Type", "application/json")
              .body(body)
              .build());
    }
  }

  private static Answer ask(VidiCenter vidiCenter) throws TroubleException {
    return vidiCenter.ask(
        WorkedExample.REQUEST, CallKind.POLL, false, Duration.ofMinutes(1), new RecordedRows());
  }

  private static void assertHeld(VidiCenter vidiCenter) {
    assertThatThrownBy(() -> ask(vidiCenter))
        .isInstanceOfSatisfying(
            TroubleException.class,
            failure ->
                assertThat(failure.trouble())
                    .isEqualTo(
                        Trouble.of(
                            Trouble.Kind.LIMITS_HELD,
                            "this run's other exports use up the service's limits (1 export being built)")));
  }
}
