package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.catalogue.DataType;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureKind;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.polling.Trouble;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.TroubleException;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.domain.testing.SampledShare;
import dev.vidiexport.http.answers.RecordedRows;
import dev.vidiexport.http.sandbox.Misbehaviour;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.http.sandbox.ServedRow;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client and the sandbox, which share nothing, understand each other. */
class SandboxExportTest {
  private static final DataCatalogue CATALOGUE = DataCatalogue.documented();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final SandboxSettings AT_ONCE =
      SandboxSettings.usual().withBuildTime(Duration.ZERO);

  private Sandbox sandbox;
  private final Pacer pacer = new RecordingPacer();
  private VidiCenterSession session;
  private VidiCenter vidiCenter;

  private void start(SandboxSettings settings) throws IOException {
    sandbox = Sandbox.start(settings);
    start(Credentials.of(sandbox.username(), sandbox.token()));
  }

  private void start(Credentials credentials) {
    HttpSettings settings =
        new HttpSettings(BaseUrl.parse(sandbox.baseUrl().toString()), credentials, "test");
    Quota quota = Quota.ofItsOwn(ServiceLimits.documented(), pacer::elapsed);
    session =
        Guice.createInjector(new HttpModule(settings, quota)).getInstance(VidiCenterSession.class);
    vidiCenter = session.vidiCenter(pacer, CallListener.NONE);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  static List<Arguments> exports() {
    List<Arguments> exports = new ArrayList<>();
    for (DataType type : CATALOGUE.dataTypes()) {
      for (TimeResolution resolution : type.resolutions()) {
        exports.add(Arguments.of(type.name(), resolution.argument(), false));
        if (type.allows(resolution, true)) {
          exports.add(Arguments.of(type.name(), resolution.argument(), true));
        }
      }
    }
    return SampledShare.everyNth(3, exports);
  }

  @Tag("sampled")
  @ParameterizedTest
  @MethodSource("exports")
  void bringsEveryRowThatIsServed(String type, String resolution, boolean grouped)
      throws Exception {
    start(AT_ONCE);
    ExportRequest request = request(type, resolution, grouped);
    RecordedRows rows = new RecordedRows();

    assertThat(ask(request, rows)).isInstanceOf(Answer.Started.class);
    assertThat(ask(request, rows)).isInstanceOf(Answer.Finished.class);

    List<Map<String, String>> served = ServedRow.list(sandbox.rows(request.arguments()));
    assertThat(served).isNotEmpty();
    assertThat(rows.rows().stream().map(SandboxExportTest::trimmed)).isEqualTo(served);
  }

  /** A null has no characters: the two recordings write that differently. */
  private static Map<String, String> trimmed(Map<String, String> row) {
    Map<String, String> trimmed = new LinkedHashMap<>();
    row.forEach((key, value) -> trimmed.put(key, value.strip()));
    return trimmed;
  }

  @Test
  void tellsOfEachState() throws Exception {
    start(SandboxSettings.usual().withBuildTime(Duration.ofHours(1)));

    assertThat(ask(WorkedExample.REQUEST)).isInstanceOf(Answer.Started.class);
    assertThat(ask(WorkedExample.REQUEST))
        .isInstanceOfSatisfying(
            Answer.InProgress.class, answer -> assertThat(answer.creationDate()).isPresent());
  }

  @Test
  void tellsTheReasonOfAFailure() throws Exception {
    start(AT_ONCE.withMisbehaviour(Misbehaviour.NONE.withFails(true)));
    ask(WorkedExample.REQUEST);

    assertThat(ask(WorkedExample.REQUEST))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            answer ->
                assertThat(answer.reason())
                    .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("Not enough memory")));
  }

  @Test
  void noticesACutAndGetsOverIt() throws Exception {
    start(AT_ONCE.withMisbehaviour(Misbehaviour.NONE.withCutAtRow(2)));
    ask(WorkedExample.REQUEST);

    assertThatThrownBy(() -> ask(WorkedExample.REQUEST)).isInstanceOf(TroubleException.class);
    assertThat(ask(WorkedExample.REQUEST)).isInstanceOf(Answer.Finished.class);
  }

  @Test
  void noticesAResetAndGetsOverIt() throws Exception {
    start(AT_ONCE.withMisbehaviour(Misbehaviour.NONE.withResets(true)));

    assertThatThrownBy(() -> ask(WorkedExample.REQUEST)).isInstanceOf(TroubleException.class);
    assertThat(ask(WorkedExample.REQUEST)).isInstanceOf(Answer.Finished.class);
  }

  @Test
  void isToldToComeBackLater() throws Exception {
    start(SandboxSettings.usual().withBuildTime(Duration.ofHours(1)));
    for (String type : List.of("viewers", "ots", "gate")) {
      ask(request(type, "1h", false));
    }

    assertThatThrownBy(() -> ask(request("compass", "1h", false)))
        .isInstanceOfSatisfying(
            TroubleException.class,
            trouble -> {
              assertThat(trouble.trouble().kind()).isEqualTo(Trouble.Kind.RATE_LIMITED);
              assertThat(trouble.trouble().retryAfter()).isPresent();
            });
  }

  @Test
  void isToldThatItsCredentialsOrItsRequestAreRefused() throws Exception {
    start(AT_ONCE.withLocations(1));
    assertThat(kindOf(request("viewers", "1h", false))).isEqualTo(FailureKind.REQUEST_REFUSED);

    start(Credentials.of("sandbox", "wrong"));
    assertThat(kindOf(WorkedExample.REQUEST)).isEqualTo(FailureKind.CREDENTIALS_REFUSED);
  }

  @Test
  void learnsWhoItIs() throws Exception {
    start(AT_ONCE);

    assertThat(session.account(pacer, CallListener.NONE).whoami(MINUTE)).isEqualTo("sandbox");
  }

  private FailureKind kindOf(ExportRequest request) throws TroubleException {
    try {
      throw new AssertionError("Not refused, but answered " + ask(request));
    } catch (ExportException refused) {
      return refused.kind();
    }
  }

  private Answer ask(ExportRequest request) throws TroubleException {
    return ask(request, new RecordedRows());
  }

  private Answer ask(ExportRequest request, RecordedRows rows) throws TroubleException {
    return vidiCenter.ask(request, CallKind.POLL, false, MINUTE, rows);
  }

  /** Of all that there is in two sites, over a time that has rows at the resolution. */
  private static ExportRequest request(String type, String resolution, boolean grouped) {
    return new ExportRequestBuilder(CATALOGUE)
        .dataType(type)
        .timeResolution(resolution)
        .start("2016-04-29T08:00:00")
        .end(
            switch (resolution) {
              case "finest" -> "2016-04-29T09:00:00";
              case "1d", "7d", "30d", "1M" -> "2016-07-01T00:00:00";
              default -> "2016-04-29T18:00:00";
            })
        .sources(SourceKind.SITES, List.of("201,202"))
        .groupByDemographics(grouped)
        .build();
  }
}
