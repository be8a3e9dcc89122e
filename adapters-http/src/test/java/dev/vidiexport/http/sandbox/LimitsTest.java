package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() throws IOException {
    start(SandboxSettings.usual().withBuildTime(Duration.ofSeconds(90)));
  }

  private void start(SandboxSettings settings) throws IOException {
    stop();
    sandbox = Sandbox.start(settings, clock);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void refuseTheFiftyFirstCallOfAMinute() throws IOException {
    for (int call = 1; call <= 50; call++) {
      assertThat(caller.get("api/v1/whoami/").status()).isEqualTo(200);
      clock.forward(Duration.ofMillis(500));
    }

    Caller.Answer refused = caller.get("api/v1/whoami/");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("35");
    assertThat(refused.body())
        .isEqualTo("{\"message\":\"Too many calls: at most 50 a minute\",\"error\":429}");
    assertThat(sandbox.statistics()).isEqualTo(new SandboxStatistics(51, 1, 0, 1));
    clock.forward(Duration.ofSeconds(35));
    assertThat(caller.get("api/v1/whoami/").status()).isEqualTo(200);
  }

  @Test
  void refuseTheFourthExportThatBuilds() throws IOException {
    for (int export = 1; export <= 3; export++) {
      assertThat(caller.data(export(export)).status()).isEqualTo(200);
      clock.forward(Duration.ofSeconds(10));
    }

    Caller.Answer refused = caller.data(export(4));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("60");
    assertThat(caller.data(export(1)).body()).contains("in_progress");
    assertThat(caller.data(ExportArguments.with(export(2), "force_rebuild", "1")).status())
        .isEqualTo(200);
    clock.forward(Duration.ofSeconds(60));
    assertThat(caller.data(export(4)).body()).contains("started");
  }

  @Test
  void countOnlyRebuildsThatWereTaken() throws IOException {
    for (int export = 1; export <= 4; export++) {
      caller.data(ExportArguments.with(export(export), "force_rebuild", "1"));
    }

    assertThat(sandbox.statistics()).isEqualTo(new SandboxStatistics(4, 1, 3, 1));
  }

  @Test
  void cutAnExportAtTheMostRowsOfTheService() throws IOException {
    start(SandboxSettings.usual().withLocations(300));
    Map<String, String> arguments =
        ExportArguments.with(
            ExportArguments.of("footfall", "finest", "2016-01-01T00:00:00", "2016-12-31T23:59:59"),
            "site_tags",
            "401,402");

    assertThat(sandbox.rows(arguments).count()).isEqualTo(3_000_000);
  }

  @Test
  void canBeTurnedOff() throws IOException {
    start(SandboxSettings.usual().withLimits(false));
    for (int call = 1; call <= 50; call++) {
      assertThat(caller.data(export(call)).status()).isEqualTo(200);
    }
    assertThat(caller.get("api/v1/whoami/").status()).isEqualTo(200);
  }

  private static Map<String, String> export(int number) {
    return ExportArguments.with(
        ExportArguments.example(), "end", "2016-04-29T11:00:" + (9 + number));
  }
}
