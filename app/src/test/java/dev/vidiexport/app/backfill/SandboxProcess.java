package dev.vidiexport.app.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.packaged.PackagedJar;
import dev.vidiexport.app.packaged.RecordingProxy;
import dev.vidiexport.app.packaged.RunningJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packaged program's own sandbox in a process of its own, behind a proxy that sees it all. */
final class SandboxProcess implements AutoCloseable {
  private static final int TERMINATED = 143;

  private final RunningJar running;
  private final Map<String, String> told;
  private final RecordingProxy proxy;

  private SandboxProcess(RunningJar running, Map<String, String> told) {
    this.running = running;
    this.told = told;
    this.proxy = RecordingProxy.before(URI.create(told.get("VIDICENTER_BASE_URL")));
  }

  /** Starts one with more options, and returns when it listens. */
  static SandboxProcess start(PackagedJar jar, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("sandbox", "--quiet"));
    arguments.addAll(List.of(options));
    RunningJar running = jar.startWritingTo(Redirect.PIPE, arguments.toArray(String[]::new));
    Map<String, String> told = new LinkedHashMap<>();
    BufferedReader lines = running.reader();
    while (told.size() < 3) {
      String line = lines.readLine();
      assertThat(line).startsWith("export VIDICENTER_").contains("=");
      int equals = line.indexOf('=');
      told.put(line.substring("export ".length(), equals), line.substring(equals + 1));
    }
    return new SandboxProcess(running, told);
  }

  /** What a run is told in its environment that asks it by way of the proxy. */
  PackagedJar askedBy(PackagedJar jar) {
    return jar.withVariable("VIDICENTER_BASE_URL", proxy.baseUrl())
        .withVariable("VIDICENTER_USERNAME", username())
        .withVariable("VIDICENTER_TOKEN", told.get("VIDICENTER_TOKEN"));
  }

  /** The same for a run that asks it without the proxy, which would see too many calls. */
  PackagedJar askedDirectlyBy(PackagedJar jar) {
    return askedBy(jar).withVariable("VIDICENTER_BASE_URL", told.get("VIDICENTER_BASE_URL"));
  }

  String username() {
    return told.get("VIDICENTER_USERNAME");
  }

  RecordingProxy proxy() {
    return proxy;
  }

  @Override
  public void close() {
    running.signal("TERM");
    assertThat(running.end().exitCode()).isEqualTo(TERMINATED);
    proxy.close();
  }
}
