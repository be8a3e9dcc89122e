package dev.vidiexport.app.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prometheus' own judge of what is written for it. */
public final class Promtool {
  private Promtool() {}

  /** What it finds fault with in a file of metrics; nothing where all is good. */
  public static String complaintsAbout(Path file) throws Exception {
    return run(file, "check", "metrics");
  }

  /** What it finds fault with in a file of rules; what it says of good ones begins with SUCCESS. */
  public static String saysOfRules(Path file) throws Exception {
    return run(file, "check", "rules", file.toString());
  }

  private static String run(Path input, String... arguments) throws Exception {
    MachineRequirements.must(
        "have metrics checked: install promtool, which is in Debian's package prometheus",
        "promtool",
        "--version");
    String[] command = new String[arguments.length + 1];
    command[0] = "promtool";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).redirectInput(input.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();
    return exitCode == 0 ? said : "%s: exit code %s: %s".formatted(said, exitCode, content(input));
  }

  private static String content(Path input) throws IOException {
    return Files.readString(input);
  }
}
