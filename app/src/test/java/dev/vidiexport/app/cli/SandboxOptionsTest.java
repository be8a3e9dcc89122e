package dev.vidiexport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import dev.vidiexport.http.sandbox.SizeBounds;
import dev.vidiexport.http.sandbox.StatusOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SandboxOptionsTest {
  private final CommandLineProblems problems = new CommandLineProblems();

  private Optional<SandboxSettings> read(String... commandLine) {
    SandboxOptions options = new SandboxOptions();
    new CommandLine(new Bare(options)).parseArgs(commandLine);
    return options.read(problems);
  }

  /** Nothing but the options. */
  @CommandLine.Command(name = "bare")
  private static final class Bare {
    @CommandLine.Mixin private final SandboxOptions options;

    Bare(SandboxOptions options) {
      this.options = options;
    }
  }

  @Test
  void areTheUsualSettingsByDefault() {
    assertThat(read()).contains(SandboxSettings.usual());
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void takeWhatIsGiven() {
    SandboxSettings settings =
        read(
                "--locations",
                "40",
                "--build-time",
                "0",
                "--no-limits",
                "--status-only=ignore",
                "--refuse-above=1000",
                "--refuse-above-sources=20",
                "--fail-above=500")
            .orElseThrow();

    assertThat(settings.locations()).isEqualTo(40);
    assertThat(settings.buildTime()).isEqualTo(Duration.ZERO);
    assertThat(settings.limits()).isFalse();
    assertThat(settings.misbehaviour().statusOnly()).isEqualTo(StatusOnly.IGNORED);
    assertThat(settings.sizeBounds())
        .isEqualTo(
            SizeBounds.NONE
                .withRefuseAboveRows(1000)
                .withRefuseAboveSources(20)
                .withFailAboveRows(500));
    assertThat(settings.history()).isEmpty();
  }

  @Test
  void giveASandboxItsPresentAndItsCameras() throws Exception {
    SandboxSettings settings =
        read(
                "--now=2024-03-01T06:00:00Z",
                "--late-uploads",
                "--camera-appears=1057=2024-02-01",
                "--camera-leaves=1058=2024-02-01T12:00:00Z",
                "--camera-renamed=1056=2024-02-01=A=B",
                "--camera-silent=1059=2024-01-31T23:00:00Z/2024-03-05",
                "--time-zones=-08:00,none")
            .orElseThrow();

    try (Sandbox sandbox = Sandbox.start(settings)) {
      // Eight hours behind, and up to six late.
      assertThat(rows(sandbox, "1056", "2024-02-29")).isBetween(16L, 22L);
      assertThat(rows(sandbox, "1057", "2024-01-31")).isZero();
      assertThat(rows(sandbox, "1057", "2024-02-01")).isEqualTo(24);
      assertThat(rows(sandbox, "1059", "2024-01-31")).isEqualTo(23);
      assertThat(rows(sandbox, "1059", "2024-02-15")).isZero();
    }
  }

  @Test
  void moveThePresentByAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("now"), "2024-03-01T00:00:00Z");
    SandboxSettings settings =
        read("--now-file", file.toString(), "--time-zones", "none").orElseThrow();

    try (Sandbox sandbox = Sandbox.start(settings)) {
      assertThat(rows(sandbox, "1056", "2024-03-01")).isZero();
      Files.writeString(file, "2024-03-01T12:00:00Z");
      assertThat(rows(sandbox, "1056", "2024-03-01")).isEqualTo(12);
    }
  }

  private static long rows(Sandbox sandbox, String location, String day) {
    return sandbox
        .rows(
            Map.of(
                "data_type",
                "ots",
                "time_resolution",
                "1h",
                "locations",
                location,
                "start",
                day + "T00:00:00",
                "end",
                day + "T23:59:59"))
        .count();
  }

  @Test
  void tellEveryMistakeAtOnce() {
    assertThat(
            read(
                "--now=today",
                "--camera-appears=1060",
                "--camera-appears=99=2024-02-01",
                "--camera-leaves=1060=soon",
                "--camera-renamed=1060=2024-02-01",
                "--camera-silent=1060=2024-02-01",
                "--camera-silent=1060=2024-02-02/2024-02-01",
                "--time-zones=CET",
                "--status-only=maybe",
                "--refuse-above=-1",
                "--refuse-above-sources=0",
                "--fail-above=many"))
        .isEmpty();

    assertThat(problems.all())
        .containsExactly(
            "--status-only must be honour, ignore or refuse, but was \"maybe\".",
            "--refuse-above must be a whole number from 0 to 9223372036854775807, but was \"-1\".",
            "--refuse-above-sources must be a whole number from 1 to 2147483647, but was \"0\".",
            "--fail-above must be a whole number from 0 to 9223372036854775807, but was \"many\".",
            "--now must be a time like 2024-03-01T06:00:00Z, or a day, but was \"today\".",
            "--camera-appears must be ID=TIME, but was \"1060\".",
            "--camera-appears must be a whole number from 1056 to 1067, but was \"99\".",
            "--camera-leaves must be a time like 2024-03-01T06:00:00Z, or a day,"
                + " but was \"soon\".",
            "--camera-renamed must be ID=TIME=NAME, but was \"1060=2024-02-01\".",
            "--camera-silent must be ID=TIME/TIME, but was \"1060=2024-02-01\".",
            "--camera-silent must begin before it ends, but was \"1060=2024-02-02/2024-02-01\".",
            "--time-zones must be offsets like +01:00, or none, but was \"CET\".");
  }

  @Test
  void needAPresentForWhatHappensInTime() {
    for (String option :
        List.of(
            "--late-uploads",
            "--camera-appears=1060=2024-02-01",
            "--camera-leaves=1060=2024-02-01",
            "--camera-renamed=1060=2024-02-01=Name",
            "--camera-silent=1060=2024-02-01/2024-02-02",
            "--time-zones=none")) {
      read(option);
    }

    assertThat(problems.all())
        .containsExactly(
            "--late-uploads needs --now or --now-file.",
            "--camera-appears needs --now or --now-file.",
            "--camera-leaves needs --now or --now-file.",
            "--camera-renamed needs --now or --now-file.",
            "--camera-silent needs --now or --now-file.",
            "--time-zones needs --now or --now-file.");
  }

  @Test
  void takeOnePresentAlone(@TempDir Path folder) {
    assertThat(read("--now=2024-03-01", "--now-file=" + folder.resolve("nowhere"))).isEmpty();
    assertThat(problems.all()).containsExactly("--now and --now-file cannot be given together.");

    assertThat(read("--now-file=" + folder.resolve("nowhere"))).isEmpty();
    assertThat(problems.all().get(1))
        .startsWith("--now-file must name a file that can be read, but was ");
  }
}
