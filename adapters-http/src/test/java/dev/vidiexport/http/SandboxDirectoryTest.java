package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.TopologyObject;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client and the sandbox understand each other about what there is, too. */
class SandboxDirectoryTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RecordingPacer pacer = new RecordingPacer();
  private Sandbox sandbox;
  private Directory directory;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxSettings.usual().withLimits(false));
    HttpSettings settings =
        new HttpSettings(
            BaseUrl.parse(sandbox.baseUrl().toString()),
            Credentials.of(sandbox.username(), sandbox.token()),
            "test");
    Quota quota = Quota.ofItsOwn(ServiceLimits.documented(), pacer::elapsed);
    directory =
        Guice.createInjector(new HttpModule(settings, quota))
            .getInstance(VidiCenterSession.class)
            .directory(pacer, CallListener.NONE);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void learnsWhatThereIs() throws Exception {
    assertThat(directory.networks(MINUTE)).extracting(TopologyObject::id).isEqualTo(ids(11, 2));
    assertThat(directory.sites(MINUTE)).extracting(TopologyObject::id).isEqualTo(ids(201, 4));
    assertThat(directory.locations(MINUTE)).extracting(TopologyObject::id).isEqualTo(ids(1056, 12));
    assertThat(directory.locationTags(MINUTE))
        .extracting(TopologyObject::id)
        .isEqualTo(ids(301, 3));
    assertThat(directory.siteTags(MINUTE)).extracting(TopologyObject::id).isEqualTo(ids(401, 2));
  }

  @Test
  void learnsWhoBearsEachTag() throws Exception {
    for (Tag tag : directory.locationTags(MINUTE)) {
      assertThat(directory.locationsWith(tag.label().orElseThrow(), MINUTE))
          .hasValueSatisfying(ids -> assertThat(ids).isNotEmpty());
    }
    for (Tag tag : directory.siteTags(MINUTE)) {
      assertThat(directory.sitesWith(tag.label().orElseThrow(), MINUTE)).isPresent();
    }
    assertThat(directory.locationsWith("no such", MINUTE)).isEmpty();
    assertThat(sandbox.statistics().calls()).isEqualTo(8);
  }

  @Test
  void keepsToTheLimitsOfTheService() throws Exception {
    for (int call = 0; call < 50; call++) {
      directory.networks(MINUTE);
    }
    assertThat(pacer.elapsed()).isZero();

    directory.networks(MINUTE.multipliedBy(2));

    assertThat(pacer.elapsed()).isEqualTo(MINUTE);
  }

  private static List<Id> ids(long first, int count) {
    return LongStream.range(first, first + count)
        .mapToObj(id -> new Id(String.valueOf(id)))
        .toList();
  }
}
