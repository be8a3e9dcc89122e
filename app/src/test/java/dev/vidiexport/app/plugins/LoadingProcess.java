package dev.vidiexport.app.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidiexport.domain.process.JavaCommand;
import dev.vidiexport.domain.testing.MachineRequirements;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Another process of this program that loads the plugins of a folder. Root may read everything, so
 * that right is taken from the process where root runs the tests.
 */
final class LoadingProcess {
  private static final List<String> WITHOUT_THE_RIGHT =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  private LoadingProcess() {}

  /** The lines about what it refused, and the formats that it knows. */
  static List<String> load(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (MachineRequirements.isRoot()) {
      command.addAll(WITHOUT_THE_RIGHT);
      command.add("true");
      MachineRequirements.must(
          "take a right from root: run them as somebody else, or install util-linux",
          command.toArray(String[]::new));
      command.remove("true");
    }
    command.addAll(
        JavaCommand.of(
            LoadingProcess.class, List.of("-XX:TieredStopAtLevel=1"), folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("exit code of a process that loads plugins").isZero();
    return out.lines().toList();
  }

  public static void main(String[] arguments) {
    SinkRegistry registry = SinkLoader.load(Optional.of(Path.of(arguments[0])));
    registry.skipped().forEach(refusal -> System.out.println(refusal.line()));
    registry.formats().forEach(System.out::println);
  }
}
