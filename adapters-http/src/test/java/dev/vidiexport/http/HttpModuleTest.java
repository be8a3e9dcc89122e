package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.VidiCenterSession;
import dev.vidiexport.http.calls.CallLimiter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpModuleTest {
  private final RecordingPacer pacer = new RecordingPacer();
  private final Quota quota = Quota.ofItsOwn(ServiceLimits.documented(), pacer::elapsed);

  @Test
  void bindsOneSessionInAStrictInjector() throws IOException {
    List<String> lines = new ArrayList<>();
    CallListener listener =
        (method, url, outcome, duration) -> lines.add(method + " " + url + " " + outcome);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"username\":\"someone\"}").build());
      String url = server.url("/").toString();
      Injector injector = injector(url, quota);
      VidiCenterSession session = injector.getInstance(VidiCenterSession.class);

      String name = session.account(pacer, listener).whoami(Duration.ofMinutes(1));

      assertThat(name).isEqualTo("someone");
      assertThat(lines).containsExactly("GET " + url + "api/v1/whoami/ 200 OK");
      assertThat(injector.getInstance(VidiCenterSession.class)).isSameAs(session);
    }
  }

  @Test
  void exposesNothingOfItsMeans() {
    Injector injector = injector("https://host.example", quota);

    for (Class<?> inner : List.of(OkHttpClient.class, VidiCenterApi.class, CallLimiter.class)) {
      assertThatThrownBy(() -> injector.getInstance(inner))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void sharesAQuotaThatItIsGiven() {
    Quota scarce =
        Quota.ofItsOwn(new ServiceLimits(1, Duration.ofMinutes(1), 1, 1), pacer::elapsed);
    assertThat(scarce.claim().take(false)).isEmpty();
    VidiCenterSession session =
        injector("https://host.example", scarce).getInstance(VidiCenterSession.class);

    assertThat(session.limits()).isEqualTo(scarce.limits());
    assertThatThrownBy(
            () -> session.account(pacer, CallListener.NONE).whoami(Duration.ofSeconds(1)))
        .hasMessageContaining(
            "this run's other exports use up the service's limits (1 connection)");
  }

  private static Injector injector(String baseUrl, Quota quota) {
    return Guice.createInjector(
        binder -> {
          binder.requireExplicitBindings();
          binder.requireAtInjectOnConstructors();
          binder.requireExactBindingAnnotations();
          binder.disableCircularProxies();
        },
        new HttpModule(WorkedExample.settings(baseUrl), quota));
  }
}
