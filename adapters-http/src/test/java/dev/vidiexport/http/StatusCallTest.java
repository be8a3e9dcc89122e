package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.http.answers.RecordedRows;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that ask for the state alone, and what they and others take of the limits. */
class StatusCallTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String STARTED = "{\"state\":\"started\"}";
  private static final String READY = "{\"state\":\"finished\"}";

  private final MockWebServer server = new MockWebServer();
  private final RecordingPacer pacer = new RecordingPacer();
  private final SignsOfRows rows = new SignsOfRows();
  private PortsOfSession ports;
  private VidiCenter vidiCenter;

  @BeforeEach
  void start() throws IOException {
    server.start();
    over(new ServiceLimits(50, MINUTE, 2, 1));
  }

  private void over(ServiceLimits limits) {
    ports =
        WorkedExample.session(
            WorkedExample.settings(server.url("/").toString()),
            Quota.ofItsOwn(limits, pacer::elapsed),
            pacer);
    vidiCenter = ports.vidiCenter();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Rows, and how often there was a sign that they are ready. */
  private static final class SignsOfRows extends RecordedRows {
    private int signs;
    private int rowsAtSign = -1;

    @Override
    public void ready() {
      signs++;
      rowsAtSign = rows().size();
    }
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

  private Answer ask(CallKind kind) throws TroubleException {
    return ask(vidiCenter, kind);
  }

  private Answer ask(VidiCenter asked, CallKind kind) throws TroubleException {
    return asked.ask(WorkedExample.REQUEST, kind, false, MINUTE, rows);
  }

  private Map<Boolean, String> query() throws InterruptedException {
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    String line = request.getRequestLine();
    return Map.of(line.contains("status_only=1"), line);
  }

  @Test
  void onlyACallForTheStateSaysSo() throws Exception {
    answer(STARTED, STARTED, WorkedExample.FINISHED);

    ask(CallKind.POLL);
    ask(CallKind.STATUS);
    ask(CallKind.FETCH);

    assertThat(query()).containsOnlyKeys(false);
    assertThat(query())
        .containsOnlyKeys(true)
        .allSatisfy(
            (isStatus, line) ->
                assertThat(line)
                    .isEqualTo(
                        "GET /api/v1/data/?" + WorkedExample.QUERY + "&status_only=1 HTTP/1.1"));
    assertThat(query()).containsOnlyKeys(false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\":\"finished\"}",
        "{\"state\":\"finished\",\"data\":null}",
        "{\"data\":[],\"state\":\"finished\"}",
        "{\"status\":\"finished\"}"
      })
  void aStateWithoutRowsIsReady(String body) throws Exception {
    answer(body);

    assertThat(ask(CallKind.STATUS)).isEqualTo(new Answer.Ready(Optional.empty()));
    assertThat(rows.signs).isEqualTo(1);
  }

  @Test
  void rowsThatComeAllTheSameAreTaken() throws Exception {
    answer(WorkedExample.FINISHED);

    assertThat(ask(CallKind.STATUS)).isInstanceOf(Answer.Finished.class);
    assertThat(rows.rows()).isEqualTo(WorkedExample.FINISHED_ROWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"state\":\"finished\"}", "{\"state\":\"finished\",\"data\":null}"})
  void rowsThatWereAskedForMustCome(String body) {
    answer(body, body);

    assertBroken(CallKind.POLL);
    assertBroken(CallKind.FETCH);
  }

  @Test
  void whatIsNoListOfRowsIsBrokenWhateverWasAskedFor() {
    answer("{\"state\":\"finished\",\"data\":{}}");

    assertBroken(CallKind.STATUS);
  }

  private void assertBroken(CallKind kind) {
    assertThatThrownBy(() -> ask(kind))
        .isInstanceOfSatisfying(
            ExportException.class,
            broken -> assertThat(broken.kind()).isEqualTo(FailureKind.PROTOCOL_BROKEN));
  }

  @Test
  void aRefusalSaysThatItIsOne() {
    server.enqueue(
        new MockResponse.Builder()
            .code(400)
            .body("{\"message\":\"Unknown argument status_only\",\"error\":400}")
            .build());

    assertThatThrownBy(() -> ask(CallKind.STATUS))
        .isInstanceOfSatisfying(
            ExportException.class,
            refused -> assertThat(refused.reason()).isEqualTo(FailureReason.REQUEST_REFUSED));
  }

  @Test
  void theStateIsASignBeforeTheRows() throws Exception {
    answer("{\"state\":\"finished\",\"data\":[{\"a\":1},{\"a\":2}]}");

    ask(CallKind.POLL);

    assertThat(rows.signs).isEqualTo(1);
    assertThat(rows.rowsAtSign).isZero();
  }

  @Test
  void theFirstRowIsASignBeforeTheState() throws Exception {
    answer("{\"data\":[{\"a\":1},{\"a\":2}],\"state\":\"finished\"}");

    ask(CallKind.POLL);

    assertThat(rows.signs).isEqualTo(1);
    assertThat(rows.rowsAtSign).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"state\":\"started\"}",
        "{\"data\":[],\"state\":\"in_progress\"}",
        "{\"status\":\"finished\",\"state\":\"in_progress\"}",
        "{\"state\":\"failed\"}"
      })
  void nothingElseIsASign(String body) throws Exception {
    answer(body);

    ask(CallKind.POLL);

    assertThat(rows.signs).isZero();
  }

  @Test
  void theRoomForAnExportIsFreeAtTheFirstSign() throws Exception {
    answer(STARTED, "{\"state\":\"finished\",\"data\":[{\"a\":1}]}", STARTED);
    VidiCenter other = ports.vidiCenter();
    ask(CallKind.POLL);
    assertThat(other.reserve(CallKind.POLL, 0)).isPresent();

    Answer atSign =
        vidiCenter.ask(
            WorkedExample.REQUEST,
            CallKind.POLL,
            false,
            MINUTE,
            new RecordedRows() {
              @Override
              public void ready() {
                assertThat(other.reserve(CallKind.POLL, 0)).isEmpty();
              }
            });

    assertThat(atSign).isInstanceOf(Answer.Finished.class);
    assertThat(ask(other, CallKind.POLL)).isInstanceOf(Answer.Started.class);
  }

  @Test
  void theRoomForAnExportIsFreeWhenItIsKnownToBeReady() throws Exception {
    answer(STARTED, READY);
    ask(CallKind.POLL);
    ask(CallKind.STATUS);

    assertThat(ports.vidiCenter().reserve(CallKind.POLL, 0)).isEmpty();
  }

  @Test
  void fetchingTakesNoRoomForAnExport() throws Exception {
    answer(STARTED, WorkedExample.FINISHED);
    ask(CallKind.POLL);

    assertThat(ask(ports.vidiCenter(), CallKind.FETCH)).isInstanceOf(Answer.Finished.class);
  }

  @Test
  void reservedRoomIsUsedByTheNextCall() throws Exception {
    over(new ServiceLimits(1, MINUTE, 2, 2));
    answer(STARTED);

    assertThat(vidiCenter.reserve(CallKind.POLL, 0)).isEmpty();
    assertThat(vidiCenter.reserve(CallKind.POLL, 0)).isEmpty();
    assertThat(ports.vidiCenter().reserve(CallKind.FETCH, 0)).isPresent();
    assertThat(ask(CallKind.POLL)).isInstanceOf(Answer.Started.class);

    assertThat(pacer.waits()).isEmpty();
    assertThat(vidiCenter.reserve(CallKind.STATUS, 0))
        .get()
        .extracting(LimitReached::limit)
        .isEqualTo(LimitReached.Limit.CALLS);
  }

  @Test
  void reservedRoomThatIsNotUsedIsGivenBack() {
    over(new ServiceLimits(1, MINUTE, 1, 1));
    vidiCenter.reserve(CallKind.POLL, 0);

    vidiCenter.end();

    assertThat(ports.vidiCenter().reserve(CallKind.POLL, 0)).isEmpty();
  }

  @Test
  void callsThatAreToBeSparedAreNotReserved() {
    over(new ServiceLimits(2, MINUTE, 2, 2));

    assertThat(vidiCenter.reserve(CallKind.STATUS, 1)).isEmpty();
    assertThat(ports.vidiCenter().reserve(CallKind.STATUS, 1)).isPresent();
    assertThat(ports.vidiCenter().reserve(CallKind.FETCH, 0)).isEmpty();
  }
}
