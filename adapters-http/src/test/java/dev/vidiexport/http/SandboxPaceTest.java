package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.VidiCenter;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.request.ExportRequest;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.rules.ExportRequestBuilder;
import dev.vidiexport.http.answers.RecordedRows;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A history takes minutes under the limits of the service, on both sides; here they pass at once,
 * because the sandbox goes by the time in which the client waits.
 */
class SandboxPaceTest {
  private static final int DAYS = 60;
  private static final Instant BEGIN = Instant.parse("2024-03-01T06:00:00Z");
  private static final Duration BUILD_TIME = Duration.ofSeconds(2);

  private final RecordingPacer pacer = new RecordingPacer();

  @Test
  void letsThreeExportsOfSixtyDaysThroughWithoutARefusal() throws Exception {
    SandboxSettings settings =
        SandboxSettings.usual()
            .withBuildTime(BUILD_TIME)
            .withHistory(SandboxHistory.by(this::now).withLateUploads(true));
    try (Sandbox sandbox = Sandbox.start(settings, this::now)) {
      VidiCenter vidiCenter = client(sandbox);

      for (int day = 0; day < DAYS; day++) {
        for (String type : List.of("viewers", "ots", "footfall")) {
          ExportRequest request = request(type, day);
          assertThat(ask(vidiCenter, request)).isInstanceOf(Answer.Started.class);
          pacer.advance(BUILD_TIME);
          assertThat(ask(vidiCenter, request)).isInstanceOf(Answer.Finished.class);
        }
      }

      assertThat(sandbox.statistics().calls()).isEqualTo(2L * 3 * DAYS);
      assertThat(sandbox.statistics().refused()).isZero();
      assertThat(pacer.elapsed()).isGreaterThan(Duration.ofMinutes(7));
    }
  }

  private Instant now() {
    return BEGIN.plus(pacer.elapsed());
  }

  private VidiCenter client(Sandbox sandbox) {
    HttpSettings settings =
        new HttpSettings(
            BaseUrl.parse(sandbox.baseUrl().toString()),
            Credentials.of(sandbox.username(), sandbox.token()),
            "test");
    Quota quota = Quota.ofItsOwn(ServiceLimits.documented(), pacer::elapsed);
    return Guice.createInjector(new HttpModule(settings, quota))
        .getInstance(VidiCenterSession.class)
        .vidiCenter(pacer, CallListener.NONE);
  }

  private static Answer ask(VidiCenter vidiCenter, ExportRequest request) throws Exception {
    return vidiCenter.ask(request, CallKind.POLL, false, Duration.ofMinutes(2), new RecordedRows());
  }

  private static ExportRequest request(String type, int day) {
    LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
    return new ExportRequestBuilder(DataCatalogue.documented())
        .dataType(type)
        .timeResolution("1h")
        .start(date + "T00:00:00")
        .end(date + "T23:59:59")
        .sources(SourceKind.LOCATIONS, List.of("1056,1057"))
        .build();
  }
}
