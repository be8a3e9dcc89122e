package dev.vidiexport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.domain.port.Account;
import dev.vidiexport.domain.port.Directory;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.Quota;
import dev.vidiexport.domain.port.RecordingPacer;
import dev.vidiexport.domain.port.VidiCenter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class HttpModuleTest {
  @Test
  void bindsThePortsInAStrictInjector() throws IOException {
    List<String> lines = new ArrayList<>();
    CallListener listener =
        (method, url, outcome, duration) -> lines.add(method + " " + url + " " + outcome);
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("{\"username\":\"someone\"}").build());
      String url = server.url("/").toString();
      Injector injector = injector(new HttpModule(Samples.settings(url), listener));

      String name = injector.getInstance(Account.class).whoami(Duration.ofMinutes(1));

      assertThat(name).isEqualTo("someone");
      assertThat(lines).containsExactly("GET " + url + "api/v1/whoami/ 200 OK");
      assertThat(injector.getInstance(VidiCenter.class))
          .isSameAs(injector.getInstance(VidiCenter.class));
      assertThat(injector.getInstance(Directory.class))
          .isSameAs(injector.getInstance(Directory.class));
    }
  }

  @Test
  void exposesNothingOfItsMeans() {
    Injector injector = injector(new HttpModule(Samples.settings("https://host.example")));

    for (Class<?> inner : List.of(OkHttpClient.class, VidiCenterApi.class, CallGate.class)) {
      assertThatThrownBy(() -> injector.getInstance(inner))
          .isInstanceOf(ConfigurationException.class);
    }
  }

  @Test
  void sharesAQuotaThatItIsGiven() throws Exception {
    Quota shared =
        Quota.ofItsOwn(new ServiceLimits(1, Duration.ofMinutes(1), 1, 1), new RecordingPacer());
    assertThat(shared.claim().take(false)).isEmpty();
    Injector injector =
        injector(new HttpModule(Samples.settings("https://host.example")).sharing(shared));

    assertThatThrownBy(() -> injector.getInstance(Account.class).whoami(Duration.ofSeconds(1)))
        .hasMessageContaining("this run uses up the service's limits (1 connection)");
  }

  @Test
  void wantsAPacer() {
    assertThatThrownBy(
            () ->
                Guice.createInjector(
                    strict(), new HttpModule(Samples.settings("https://host.example"))))
        .isInstanceOf(CreationException.class)
        .hasMessageContaining("Pacer");
  }

  private static Injector injector(Module module) {
    return Guice.createInjector(
        strict(),
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Pacer.class).toInstance(new RecordingPacer());
          }
        },
        module);
  }

  private static Module strict() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        binder().requireExplicitBindings();
        binder().requireAtInjectOnConstructors();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
      }
    };
  }
}
