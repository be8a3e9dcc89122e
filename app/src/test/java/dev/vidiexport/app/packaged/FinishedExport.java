package dev.vidiexport.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vidiexport.domain.testing.GrowingDeadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * An export that ended, and what every end must keep to: the report tells the exit code, nothing is
 * left staged, and only a good end writes.
 *
 * @param ended how the run ended
 * @param folder where it ran
 * @param files what it left
 * @param requests what the service was asked
 */
record FinishedExport(
    ProcessResult ended, Path folder, List<String> files, List<ReceivedRequest> requests) {
  private static final String REPORT = "report.json";
  private static final int USAGE = 2;

  /** Exports the worked example's request from a service that gives these answers. */
  static FinishedExport of(Path folder, List<ScriptedAnswer> script, String... more)
      throws IOException {
    try (ScriptedVidiCenter vidiCenter = ScriptedVidiCenter.answering(script)) {
      return of(PackagedJar.in(folder).askingAt(vidiCenter.baseUrl()), vidiCenter, more);
    }
  }

  /** The same against a service that was made just for it. */
  static FinishedExport of(PackagedJar jar, ScriptedVidiCenter vidiCenter, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--report", REPORT));
    arguments.addAll(List.of(more));
    List<String> before = jar.files();
    ProcessResult ended = jar.run(ExampleCommandLine.export(arguments.toArray(String[]::new)));
    FinishedExport trial =
        new FinishedExport(ended, jar.folder(), jar.files(), vidiCenter.requests());
    trial.keepsToTheRules(before);
    return trial;
  }

  /**
   * Exports the same with a {@code --timeout} that grows until the program comes to the point
   * within it. Each attempt has a service and a folder of its own.
   */
  static FinishedExport timedOut(
      Duration first,
      Path folder,
      List<ScriptedAnswer> script,
      Predicate<FinishedExport> reachesThePoint,
      String... more)
      throws Exception {
    return GrowingDeadline.from(
        first,
        deadline -> {
          List<String> arguments = new ArrayList<>(List.of(more));
          arguments.addAll(List.of("--timeout", deadline.toString()));
          Path own = Files.createDirectory(folder.resolve("within-" + deadline));
          return of(own, script, arguments.toArray(String[]::new));
        },
        reachesThePoint);
  }

  private void keepsToTheRules(List<String> before) throws IOException {
    List<String> left = new ArrayList<>(files);
    left.removeAll(before);
    if (ended.exitCode() == USAGE) {
      assertThat(left).as("left behind").isEmpty();
      return;
    }
    assertThat(receipt().get("exit_code").getAsInt()).as("reported").isEqualTo(ended.exitCode());
    if (ended.exitCode() != 0) {
      assertThat(ended.out()).as("standard output").isEmpty();
      assertThat(left).as("left behind").containsExactly(REPORT);
    }
  }

  /** The receipt. */
  JsonObject receipt() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(REPORT))).getAsJsonObject();
  }

  /** Asserts the exit code and all that was said. */
  void endsWith(int exitCode, String... lines) {
    assertThat(ended.messages().replace(folder.toString(), "FOLDER"))
        .isEqualTo(String.join("\n", lines) + "\n");
    assertThat(ended.exitCode()).isEqualTo(exitCode);
  }

  /** Asserts which calls asked for a rebuild. */
  void rebuildsAre(Boolean... expected) {
    assertThat(requests)
        .extracting(request -> request.arguments().containsKey("force_rebuild"))
        .isEqualTo(Arrays.asList(expected));
  }
}
