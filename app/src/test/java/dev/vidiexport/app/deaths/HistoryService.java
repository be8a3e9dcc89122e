package dev.vidiexport.app.deaths;

import dev.vidiexport.app.packaged.RecordingProxy;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxHistory;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A service with one camera, behind a proxy that sees what it is asked for.
 *
 * @param sandbox has no limits, and builds in no time
 */
record HistoryService(Sandbox sandbox, RecordingProxy proxy) implements AutoCloseable {
  static HistoryService start(SandboxHistory history) throws IOException {
    Sandbox sandbox =
        Sandbox.start(
            SandboxSettings.usual()
                .withLocations(1)
                .withLimits(false)
                .withBuildTime(Duration.ZERO)
                .withHistory(history));
    return new HistoryService(sandbox, RecordingProxy.before(sandbox.baseUrl()));
  }

  /** What a run is told of it, and where it keeps what it keeps. */
  Map<String, String> environment(RunFolders place) {
    return Map.of(
        "VIDICENTER_BASE_URL",
        proxy.baseUrl(),
        "VIDICENTER_USERNAME",
        sandbox.username(),
        "VIDICENTER_TOKEN",
        sandbox.token(),
        "XDG_STATE_HOME",
        place.state().toString(),
        "XDG_CACHE_HOME",
        place.cache().toString());
  }

  List<String> asked() {
    return proxy.asked();
  }

  @Override
  public void close() {
    proxy.close();
    sandbox.close();
  }
}
