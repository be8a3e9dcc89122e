package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.property.Property;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.http.answers.RecordedRows;
import dev.vidiexport.http.calls.CallLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that share a session at the very same time, on threads that nobody keeps in order. */
class SessionThreadsTest {
  private static final ServiceLimits LIMITS =
      new ServiceLimits(100_000, Duration.ofMinutes(1), 2, 3);
  private static final int RUNS = 3;
  private static final int ANSWERS = 25;

  private final AtomicInteger calls = new AtomicInteger();
  private final MockWebServer server = new MockWebServer();
  private final CountedSockets sockets = new CountedSockets();
  private final ExecutorService threads = Executors.newFixedThreadPool(RUNS);

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String location = request.getUrl().queryParameter("locations");
            boolean ready = calls.incrementAndGet() % 2 == 0;
            return new MockResponse.Builder()
                .body(
                    ready
                        ? "{\"data\":[{\"location_id\":" + location + "}],\"state\":\"finished\"}"
                        : "{\"state\":\"in_progress\"}")
                .build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.close();
  }

  @Test
  void eachGetsItsOwnRowsOverNoMoreConnectionsThanAllMayHave() throws Exception {
    HttpSettings settings = WorkedExample.settings(server.url("/").toString());
    Quota quota = Quota.ofItsOwn(LIMITS, RecordingPacer.running()::elapsed);
    try (VidiCenterSession session =
        new RetrofitSession(
            settings,
            new CallLimiter(quota),
            WorkedExample.TIMEOUTS,
            WorkedExample.CLOCK,
            HttpClients.create(settings, LIMITS.connections(), WorkedExample.TIMEOUTS, sockets))) {

      List<Future<List<Map<String, String>>>> runs =
          threads.invokeAll(
              IntStream.rangeClosed(1, RUNS).mapToObj(location -> run(session, location)).toList());

      for (int location = 1; location <= RUNS; location++) {
        assertThat(runs.get(location - 1).get())
            .isNotEmpty()
            .containsOnly(Map.of("location_id", "NUMBER " + location));
      }
      assertThat(sockets.most()).isBetween(1, LIMITS.connections());
    }
    assertThat(sockets.open()).isZero();
  }

  /** Asks often, rests now and then, and ends. */
  private static Callable<List<Map<String, String>>> run(VidiCenterSession session, int location) {
    ExportRequest request = requestOf(location);
    return () -> {
      VidiCenter vidiCenter = session.vidiCenter(RecordingPacer.running(), CallListener.NONE);
      RecordedRows rows = new RecordedRows();
      Random chance = Property.random(location);
      for (int answers = 0; answers < ANSWERS; answers += ask(vidiCenter, request, rows) ? 1 : 0) {
        if (chance.nextBoolean()) {
          vidiCenter.rest();
        }
      }
      vidiCenter.end();
      return rows.rows();
    };
  }

  private static boolean ask(VidiCenter vidiCenter, ExportRequest request, RecordedRows all)
      throws TroubleException {
    RecordedRows rows = new RecordedRows();
    try {
      Answer answer = vidiCenter.ask(request, CallKind.POLL, false, Duration.ofMinutes(1), rows);
      all.rows().addAll(rows.rows());
      return answer instanceof Answer.Finished;
    } catch (TroubleException trouble) {
      if (trouble.trouble().kind() != Trouble.Kind.LIMITS_HELD) {
        throw trouble;
      }
      return false;
    }
  }

  private static ExportRequest requestOf(int location) {
    ExportRequest sample = WorkedExample.REQUEST;
    return new ExportRequest(
        sample.dataType(),
        sample.timeResolution(),
        sample.start(),
        sample.end(),
        Map.of(SourceKind.LOCATIONS, List.of((long) location)),
        false,
        List.of(),
        sample.averageContentDuration(),
        sample.extrapolationAmount());
  }
}
