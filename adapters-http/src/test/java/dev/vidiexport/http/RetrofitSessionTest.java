package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.answers.RecordedRows;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several runs over one session: they share the way to the service, and nothing else. */
class RetrofitSessionTest {
  private static final Duration FAR = Duration.ofHours(1);

  private final MockWebServer server = new MockWebServer();
  private final RecordingPacer pacer = new RecordingPacer();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private PortsOfSession ports;

  @BeforeEach
  void start() throws IOException {
    server.start();
    ports = over(Quota.ofItsOwn(ServiceLimits.documented(), pacer::elapsed));
  }

  private PortsOfSession over(Quota quota) {
    return WorkedExample.session(WorkedExample.settings(server.url("/").toString()), quota, pacer);
  }

  @AfterEach
  void stop() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void letsTwoRunsCallAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    server.setDispatcher(answering(both));

    Future<Answer> one = threads.submit(() -> ask(ports.vidiCenter()));
    Future<Answer> other = threads.submit(() -> ask(ports.vidiCenter()));

    assertThat(one.get()).isInstanceOf(Answer.Finished.class);
    assertThat(other.get()).isInstanceOf(Answer.Finished.class);
  }

  @Test
  void cancelsTheRunThatIsMeantAlone() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch cancelled = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            both.countDown();
            cancelled.await();
            return finished();
          }
        });
    VidiCenter meant = ports.vidiCenter();
    Future<Answer> ended = threads.submit(() -> ask(meant));
    Future<Answer> other = threads.submit(() -> ask(ports.vidiCenter()));
    both.await();

    meant.cancel();

    assertThatThrownBy(ended::get)
        .cause()
        .isInstanceOfSatisfying(
            ExportException.class,
            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED));
    cancelled.countDown();
    assertThat(other.get()).isInstanceOf(Answer.Finished.class);
    meant.end();
    assertThat(ask(ports.vidiCenter())).isInstanceOf(Answer.Finished.class);
  }

  @Test
  void sendsACallOverTheConnectionThatAnotherRunHasKept() throws Exception {
    VidiCenter one = ports.vidiCenter();
    VidiCenter other = ports.vidiCenter();
    server.enqueue(finished());
    server.enqueue(finished());

    ask(one);
    ask(other);

    assertThat(connectionsOfRequests(2)).hasSize(1);
  }

  @Test
  void givesUpARunsConnectionWithoutDisturbingTheOthers() throws Exception {
    VidiCenter one = ports.vidiCenter();
    VidiCenter other = ports.vidiCenter();
    for (int answer = 0; answer < 3; answer++) {
      server.enqueue(finished());
    }
    ask(one);
    ask(other);

    one.rest();

    assertThat(ask(other)).isInstanceOf(Answer.Finished.class);
  }

  @Test
  void keepsWhatItHasTakenOfTheLimitsUntilItIsClosed() throws Exception {
    ClosingQuota quota = new ClosingQuota();
    PortsOfSession session = over(quota);
    server.enqueue(finished());
    ask(session.vidiCenter());
    assertThat(quota.closed).isZero();

    session.session().close();

    assertThat(quota.closed).isEqualTo(1);
  }

  @Test
  void takesItsSecretsOutOfATextInEveryWriting() {
    assertThat(ports.session().withoutSecrets("the token is " + WorkedExample.TOKEN))
        .doesNotContain(WorkedExample.TOKEN);
  }

  private static Dispatcher answering(CountDownLatch together) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        together.countDown();
        together.await();
        return finished();
      }
    };
  }

  private static MockResponse finished() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body(WorkedExample.FINISHED)
        .build();
  }

  private static Answer ask(VidiCenter vidiCenter) throws TroubleException {
    return vidiCenter.ask(WorkedExample.REQUEST, CallKind.POLL, false, FAR, new RecordedRows());
  }

  private Set<Integer> connectionsOfRequests(int count) throws InterruptedException {
    Set<Integer> connections = new HashSet<>();
    for (int request = 0; request < count; request++) {
      connections.add(server.takeRequest().getConnectionIndex());
    }
    return connections;
  }

  /** Has room for everything, and counts how often it is closed. */
  private static final class ClosingQuota implements Quota {
    private final Quota real = Quota.ofItsOwn(ServiceLimits.documented(), () -> Duration.ZERO);
    private int closed;

    @Override
    public ServiceLimits limits() {
      return real.limits();
    }

    @Override
    public Claim claim() {
      return real.claim();
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
