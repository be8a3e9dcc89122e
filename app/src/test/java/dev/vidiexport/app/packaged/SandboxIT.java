package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program serves a VidiCenter, and exports from it. */
class SandboxIT {
  private static final String[] EXPORT = {
    "export",
    "--data-type",
    "viewers",
    "--time-resolution",
    "1h",
    "--locations",
    "1056,1057",
    "--start",
    "2025-01-01T00:00:00",
    "--end",
    "2025-01-07T23:59:59",
    "--poll-interval",
    "50ms"
  };

  @TempDir private Path folder;
  private @Nullable RecordingProxy proxy;

  @AfterEach
  void checkWhatTheSandboxSaw() {
    if (proxy != null) {
      proxy.close();
    }
  }

  @Test
  void servesWhatTheProgramExports() throws Exception {
    RunningJar sandbox =
        PackagedJar.in(folder)
            .startWritingTo(Redirect.PIPE, "sandbox", "--quiet", "--build-time", "100ms");
    try (BufferedReader out = sandbox.reader()) {
      PackagedJar told = asToldBy(out);
      URI baseUrl = URI.create(told.environment().get("VIDICENTER_BASE_URL"));
      proxy = RecordingProxy.before(baseUrl);
      PackagedJar jar = told.withVariable("VIDICENTER_BASE_URL", proxy.baseUrl());

      ProcessResult whoami = jar.run("whoami");
      ProcessResult export = jar.run(with("-o", "out.csv", "--quiet", "--report", "report.json"));
      sandbox.signal("TERM");

      assertThat(whoami.text()).isEqualTo("sandbox\n");
      assertThat(export.exitCode()).isZero();
      assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(1 + 2 * 7 * 24);
      assertThat(out.readLine()).as("a fourth line").isNull();
      assertThat(sandbox.end().exitCode()).isEqualTo(143);
    }
  }

  /** From a shell: the present stands in a file. */
  @Test
  void servesMoreWhenItsPresentIsMoved() throws Exception {
    Path now = Files.writeString(folder.resolve("now"), "2025-01-03T12:00:00Z\n");
    RunningJar sandbox =
        PackagedJar.in(folder)
            .startWritingTo(
                Redirect.PIPE,
                "sandbox",
                "--build-time=0",
                "--now-file=" + now,
                "--time-zones=none",
                "--camera-appears=1057=2025-01-02");
    try (BufferedReader out = sandbox.reader()) {
      PackagedJar jar = asToldBy(out);

      ProcessResult early = jar.run(with("-o", "early.csv", "--quiet"));
      Files.writeString(now, "2025-01-04T12:00:00Z\n");
      ProcessResult late = jar.run(with("-o", "late.csv", "--quiet"));
      sandbox.signal("TERM");

      assertThat(early.exitCode()).isZero();
      assertThat(late.exitCode()).isZero();
      assertThat(Files.readAllLines(folder.resolve("early.csv"))).hasSize(1 + 60 + 36);
      assertThat(Files.readAllLines(folder.resolve("late.csv"))).hasSize(1 + 84 + 60);
      assertThat(out.readLine()).as("a fourth line").isNull();
      assertThat(sandbox.end().exitCode()).isEqualTo(143);
    }
  }

  /** Sets what the three lines say, as a shell would. */
  private PackagedJar asToldBy(BufferedReader out) throws IOException {
    PackagedJar jar = PackagedJar.in(folder);
    for (String name : List.of("VIDICENTER_BASE_URL", "VIDICENTER_USERNAME", "VIDICENTER_TOKEN")) {
      String line = out.readLine();
      assertThat(line).startsWith("export " + name + "=");
      jar = jar.withVariable(name, line.substring(line.indexOf('=') + 1));
    }
    return jar;
  }

  private static String[] with(String... more) {
    List<String> arguments = new ArrayList<>(List.of(EXPORT));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
