package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.Command;
import dev.vidiexport.app.bench.process.Java;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines of {@code export}, as a user would type them. */
final class Exports {
  /** The server of the benchmark looks at neither. */
  private static final Map<String, String> CREDENTIALS =
      Map.of("VIDICENTER_USERNAME", "bench", "VIDICENTER_TOKEN", "bench");

  private Exports() {}

  static Command command(
      Java java, Path jar, String baseUrl, List<String> request, Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--base-url", baseUrl));
    arguments.addAll(request);
    arguments.addAll(List.of("--locations", "1056"));
    arguments.addAll(List.of("--start", "2024-01-01T00:00:00", "--end", "2024-12-31T23:59:59"));
    arguments.addAll(List.of("-o", output.toString()));
    arguments.addAll(List.of(more));
    return java.jar(jar, CREDENTIALS, arguments);
  }
}
