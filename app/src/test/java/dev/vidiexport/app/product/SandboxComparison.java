package dev.vidiexport.app.product;

import dev.vidiexport.http.sandbox.Sandbox;
import dev.vidiexport.http.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Holds an export from a sandbox against what the sandbox says it served. */
public final class SandboxComparison {
  private SandboxComparison() {}

  /** Runs a command line with these environment variables, and fails if it does not end well. */
  @FunctionalInterface
  public interface Program {
    void run(Map<String, String> environment, String... commandLine);
  }

  /**
   * Exports a combination from a sandbox of its own, with the limits of the service.
   *
   * @param buildTime how long the sandbox builds
   */
  public static void check(
      ExportCombination combination, Path folder, Duration buildTime, Program program)
      throws Exception {
    Path output = folder.resolve("out." + combination.extension());
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual().withBuildTime(buildTime))) {
      program.run(
          Map.of(
              "VIDICENTER_BASE_URL",
              sandbox.baseUrl().toString(),
              "VIDICENTER_USERNAME",
              sandbox.username(),
              "VIDICENTER_TOKEN",
              sandbox.token(),
              "XDG_STATE_HOME",
              folder.resolve("state").toString()),
          combination.commandLine(output.toString()).toArray(String[]::new));

      ComparableTable served =
          ServedTable.of(sandbox.rows(combination.request().arguments()), combination.columns());
      if (served.rows().isEmpty()) {
        throw new AssertionError("Nothing was served");
      }
      WrittenTable.read(output, combination.columns()).hasTheRowsOf(served);
    }
  }
}
