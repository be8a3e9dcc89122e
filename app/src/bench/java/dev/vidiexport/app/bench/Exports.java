package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.ProcessCommand;
import dev.vidiexport.app.files.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Command lines of {@code export}, as a user would type them. */
final class Exports {
  private Exports() {}

  static ProcessCommand command(
      JavaRuntime java,
      Path jar,
      String baseUrl,
      List<String> request,
      Path output,
      String... more) {
    return command(ProgramStart.jar(java, jar), baseUrl, request, output, more);
  }

  static ProcessCommand command(
      ProgramStart start, String baseUrl, List<String> request, Path output, String... more) {
    return start.command(variables(output), arguments(baseUrl, request, output, more));
  }

  /** Forgets the calls of earlier exports, which would make the next ones wait. */
  static void forgetCalls(Path output) throws IOException {
    Path state = state(output);
    if (Files.exists(state)) {
      FolderTree.remove(state);
    }
  }

  /** The server of the benchmark does not look at the credentials. */
  private static Map<String, String> variables(Path output) {
    return Map.of(
        "VIDICENTER_USERNAME", "bench",
        "VIDICENTER_TOKEN", "bench",
        "XDG_STATE_HOME", state(output).toString());
  }

  /** What runs remember of their calls stays beside what they write. */
  private static Path state(Path output) {
    return output.resolveSibling("state");
  }

  private static List<String> arguments(
      String baseUrl, List<String> request, Path output, String... more) {
    List<String> arguments = new ArrayList<>(List.of("export", "--base-url", baseUrl));
    arguments.addAll(request);
    arguments.addAll(List.of("--locations", "1056"));
    arguments.addAll(List.of("--start", "2024-01-01T00:00:00", "--end", "2024-12-31T23:59:59"));
    arguments.addAll(List.of("-o", output.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }
}
