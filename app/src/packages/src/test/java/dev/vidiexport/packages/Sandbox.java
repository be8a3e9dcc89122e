package dev.vidiexport.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The program's own VidiCenter, run from the jar of the build.
 *
 * @param told what it says that other commands should have in their environment
 */
record Sandbox(Process process, Path messages, Map<String, String> told) implements AutoCloseable {
  private static final int LINES = 3;

  static Sandbox start() throws IOException {
    Path messages = Files.createTempFile("sandbox", ".err");
    Process process =
        Command.of(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                "-jar",
                BuiltPackages.TARGET.resolve("vidiexport.jar"),
                "sandbox",
                "--quiet")
            .start(messages);
    Map<String, String> told = new LinkedHashMap<>();
    BufferedReader lines = process.inputReader();
    while (told.size() < LINES) {
      String line = lines.readLine();
      assertThat(line).startsWith("export VIDICENTER_").contains("=");
      int equals = line.indexOf('=');
      told.put(line.substring("export ".length(), equals), line.substring(equals + 1));
    }
    return new Sandbox(process, messages, told);
  }

  String baseUrl() {
    return told.get("VIDICENTER_BASE_URL");
  }

  String username() {
    return told.get("VIDICENTER_USERNAME");
  }

  String token() {
    return told.get("VIDICENTER_TOKEN");
  }

  /** A project file that wants three days of one camera. */
  String project(Path target) {
    return """
        target: %s
        base_url: %s
        username: %s
        exports:
          viewers:
            data_type: viewers
            time_resolution: 1h
            locations: [1056]
            start: 2025-01-01
            end: 2025-01-03
        """
        .formatted(target, baseUrl(), username());
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(messages);
  }
}
