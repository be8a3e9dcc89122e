package dev.vidiexport.app;

import dev.vidiexport.app.cli.VidiexportCommandLine;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ProcessExitGuard;
import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a JVM learns this program from, for the launcher: exports that go all the way of those that
 * users type, from a sandbox in the same process. They know nothing of the user, neither the
 * environment nor credentials, and a slow machine ends each of them after a while.
 */
final class TrainingRun {
  /** Those whose loops are worth a profile; with more of them, each would be compiled for all. */
  private static final List<String> FORMATS = List.of("csv", "parquet");

  private static final String MOST_TIME = "25s";

  /** Exports are polled, too, but nobody waits for them. */
  private static final Duration MOMENT = Duration.ofMillis(10);

  private final Console console;
  private final Path folder;
  private final String mostTime;

  /**
   * Prepares one.
   *
   * @param console takes the messages
   * @param folder a folder without files, for the exports and for what the program keeps
   * @param mostTime when each export ends that has not ended, as a user writes it
   */
  TrainingRun(Console console, Path folder, String mostTime) {
    this.console = console;
    this.folder = folder;
    this.mostTime = mostTime;
  }

  /**
   * Exports into the current folder, and leaves the files there.
   *
   * @param arguments one time resolution
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    new TrainingRun(Main.openConsole(), folder, MOST_TIME).export(arguments[0]);
    ProcessExitGuard.isMeant();
  }

  /**
   * Exports a year of one location, into one format after the other.
   *
   * @param resolution the time resolution, by which there are few rows or many
   * @return the exit codes
   * @throws IOException when the sandbox cannot listen
   */
  List<Integer> export(String resolution) throws IOException {
    SandboxSettings quick = SandboxSettings.usual().withLimits(false).withBuildTime(MOMENT);
    try (Sandbox sandbox = Sandbox.start(quick)) {
      VidiexportCommandLine commandLine = new VidiexportCommandLine(asking(sandbox));
      return FORMATS.stream()
          .map(format -> commandLine.execute(arguments(resolution, format)))
          .toList();
    }
  }

  private Console asking(Sandbox sandbox) {
    Map<String, String> environment =
        Map.of(
            "VIDICENTER_BASE_URL", sandbox.baseUrl().toString(),
            "VIDICENTER_USERNAME", sandbox.username(),
            "VIDICENTER_TOKEN", sandbox.token(),
            "XDG_STATE_HOME", folder.toString());
    return new Console(
        environment,
        console.in(),
        console.data(),
        console.out(),
        console.err(),
        console.outMayBeTerminal(),
        console.errIsTerminal());
  }

  private String[] arguments(String resolution, String format) {
    return new String[] {
      "export",
      "--data-type=viewers",
      "--time-resolution=" + resolution,
      "--locations=1056",
      "--start=2025-01-01T00:00:00",
      "--end=2025-12-31T23:59:59",
      "--poll-interval=" + MOMENT.toMillis() + "ms",
      "--timeout=" + mostTime,
      "--output=" + folder.resolve("training." + format)
    };
  }
}
