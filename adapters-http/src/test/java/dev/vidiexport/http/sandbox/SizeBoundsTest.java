package dev.vidiexport.http.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SizeBoundsTest {
  /** A row for each of four locations and 24 hours. */
  private static final Map<String, String> DAY =
      ExportArguments.of("ots", "1h", "2016-04-29T00:00:00", "2016-04-29T23:59:59");

  private static final Map<String, String> HALF =
      ExportArguments.with(DAY, "locations", "1056,1057");

  private final ManualClock clock = new ManualClock();
  private Sandbox sandbox;
  private Caller caller;

  private void start(SizeBounds bounds) throws IOException {
    start(SandboxSettings.usual().withSizeBounds(bounds));
  }

  private void start(SandboxSettings settings) throws IOException {
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
  void refuseAnExportOfOneRowTooMany() throws IOException {
    start(SizeBounds.NONE.withRefuseAboveRows(95));

    Caller.Answer refused = caller.data(DAY);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("Too much data: the request would return more than 95 rows");
    assertThat(caller.data(HALF).body()).contains("started");
    assertThat(sandbox.rows(DAY).count()).isEqualTo(96);
  }

  @Test
  void takeAnExportOfAsManyRowsAsTheyAllow() throws IOException {
    start(SizeBounds.NONE.withRefuseAboveRows(96).withFailAboveRows(96));

    assertThat(finished(DAY)).contains("\"state\":\"finished\"");
  }

  @Test
  void failAnExportOfOneRowTooMany() throws IOException {
    start(SizeBounds.NONE.withFailAboveRows(95));

    assertThat(caller.data(DAY).body()).isEqualTo("{\"state\":\"started\"}");
    assertThat(caller.data(DAY).body()).contains("in_progress");
    assertThat(finished(DAY))
        .contains(
            "\"state\":\"failed\"",
            "\"fail_reason\":\"The export is too large: it has more than 95 rows\"");
    assertThat(finished(HALF)).contains("\"state\":\"finished\"");
  }

  @Test
  void refuseACallThatNamesOneSourceTooMany() throws IOException {
    start(SizeBounds.NONE.withRefuseAboveSources(3));

    Caller.Answer refused = caller.data(DAY);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Too many sources: at most 3 in one request");
    assertThat(caller.data(ExportArguments.with(DAY, "locations", "1056,1057,1058")).status())
        .isEqualTo(200);
    assertThat(caller.data(ExportArguments.with(HALF, "sites", "201,202")).status()).isEqualTo(400);
  }

  /** What was let in is served, however much there is to be had by then. */
  @Test
  void lookAtAnExportWhenItsBuildingBegins() throws IOException {
    Instant[] now = {Instant.parse("2024-02-22T06:00:00Z")};
    start(
        SandboxSettings.usual()
            .withSizeBounds(SizeBounds.NONE.withRefuseAboveRows(50).withFailAboveRows(50))
            .withHistory(SandboxHistory.by(() -> now[0])));
    Map<String, String> today =
        ExportArguments.of("ots", "1h", "2024-02-22T00:00:00", "2024-02-22T23:59:59");
    caller.data(today);
    now[0] = Instant.parse("2024-02-22T23:00:00Z");

    assertThat(finished(today)).contains("\"state\":\"finished\"");
    now[0] = Instant.parse("2024-02-23T06:00:00Z");
    assertThat(caller.data(today).status()).isEqualTo(400);
  }

  private String finished(Map<String, String> arguments) throws IOException {
    caller.data(arguments);
    clock.forward(Duration.ofSeconds(2));
    return caller.data(arguments).body();
  }

  @Test
  void areRefusedWhereTheyMakeNoSense() {
    assertThatThrownBy(() -> SizeBounds.NONE.withRefuseAboveRows(-1))
        .hasMessage("refuseAboveRows must be at least 0, but was -1");
    assertThatThrownBy(() -> SizeBounds.NONE.withFailAboveRows(-1))
        .hasMessage("failAboveRows must be at least 0, but was -1");
    assertThatThrownBy(() -> SizeBounds.NONE.withRefuseAboveSources(0))
        .hasMessage("refuseAboveSources must be at least 1, but was 0");
  }
}
