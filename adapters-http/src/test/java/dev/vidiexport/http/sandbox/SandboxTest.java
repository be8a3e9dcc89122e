package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SandboxTest {
  @Test
  void listensOnTheLoopbackAddressAlone() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual())) {
      URI url = sandbox.baseUrl();

      assertThat(url.getHost()).isEqualTo("127.0.0.1");
      assertThat(url).hasToString("http://127.0.0.1:%s/".formatted(url.getPort()));
    }
  }

  /** Otherwise each call would take 40 ms. */
  @Test
  void letsTheServerSendWithoutDelay() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual())) {
      assertThat(sandbox.username()).isNotEmpty();
      assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
    }
  }

  @Test
  void refusesAPortThatIsTaken() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual())) {
      SandboxSettings same = SandboxSettings.usual().withPort(sandbox.baseUrl().getPort());

      assertThatThrownBy(() -> Sandbox.start(same)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void freesItsPortWhenClosedTwice() throws IOException {
    Sandbox sandbox = Sandbox.start(SandboxSettings.usual());
    int port = sandbox.baseUrl().getPort();
    sandbox.close();
    sandbox.close();

    try (Sandbox next = Sandbox.start(SandboxSettings.usual().withPort(port))) {
      assertThat(new Caller(next).get("api/v1/whoami/").status()).isEqualTo(200);
    }
  }

  @Test
  void hasATokenOfItsSeed() throws IOException {
    try (Sandbox one = Sandbox.start(SandboxSettings.usual());
        Sandbox same = Sandbox.start(SandboxSettings.usual());
        Sandbox other = Sandbox.start(SandboxSettings.usual().withSeed(2))) {
      assertThat(one.username()).isEqualTo("sandbox");
      assertThat(one.token()).matches("sandbox-[0-9a-f]{16}").isEqualTo(same.token());
      assertThat(other.token()).isNotEqualTo(one.token());
    }
  }

  @Test
  void isRefusedWithSettingsThatMakeNoSense() {
    SandboxSettings usual = SandboxSettings.usual();

    assertThatThrownBy(() -> usual.withPort(65_536))
        .hasMessage("port must be 0 to 65535, but was 65536");
    assertThatThrownBy(() -> usual.withLocations(0))
        .hasMessage("locations must be 1 to 100000, but was 0");
    assertThatThrownBy(() -> usual.withBuildTime(Duration.ofSeconds(-1)))
        .hasMessage("buildTime must not be negative, but was PT-1S");
  }
}
