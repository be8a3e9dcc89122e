package dev.vidiexport.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, as its users run it. */
final class PackagedProgram {
  private static final int LINES_OF_SANDBOX = 3;

  private PackagedProgram() {}

  /**
   * A sandbox in a process of its own.
   *
   * @param told what it says that other commands should have in their environment
   */
  record Sandbox(Process process, Map<String, String> told) implements AutoCloseable {
    static Sandbox start(Path folder, String... options) throws IOException {
      Process process = command(folder, Map.of(), "sandbox", options).start();
      Map<String, String> told = new LinkedHashMap<>();
      BufferedReader lines = process.inputReader();
      while (told.size() < LINES_OF_SANDBOX) {
        String line = lines.readLine();
        assertThat(line).startsWith("export VIDICENTER_").contains("=");
        int equals = line.indexOf('=');
        told.put(line.substring("export ".length(), equals), line.substring(equals + 1));
      }
      return new Sandbox(process, told);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }

  /** Runs a command to its end, which must be a good one. */
  static void run(Path folder, Map<String, String> environment, String name, String... options)
      throws IOException, InterruptedException {
    Process process = command(folder, environment, name, options).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static ProcessBuilder command(
      Path folder, Map<String, String> environment, String name, String... options)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-jar");
    line.add(System.getProperty("vidiexport.jar"));
    line.add(name);
    line.addAll(List.of(options));
    ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile());
    process.redirectError(folder.resolve(name + ".log").toFile());
    process.environment().keySet().removeIf(key -> key.startsWith("VIDI"));
    // Its limits and its native code are not those of whoever runs the tests.
    for (String variable : List.of("XDG_STATE_HOME", "XDG_CACHE_HOME")) {
      process
          .environment()
          .put(variable, Files.createDirectories(folder.resolve(variable)).toString());
    }
    process.environment().putAll(environment);
    return process;
  }
}
