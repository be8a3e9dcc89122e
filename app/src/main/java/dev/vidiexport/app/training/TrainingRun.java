package dev.vidiexport.app.training;

import dev.vidiexport.app.Main;
import dev.vidiexport.app.cli.VidiexportCommandLine;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.ProcessExitGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a JVM learns this program from, for the launcher: exports that go all the way of those that
 * users type, from a service in the same process. They know nothing of the user, neither the
 * environment nor credentials, and a slow machine ends each of them after a while.
 */
public final class TrainingRun {
  private static final String MOST_TIME = "25s";

  /** Exports are polled, too, but nobody waits for them. */
  private static final String MOMENT = "10ms";

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
   * @param arguments how many rows each export has, and the formats, one or more: those whose loops
   *     are worth a profile, because with more of them each loop would be compiled for all
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    List<String> formats = Arrays.asList(arguments).subList(1, arguments.length);
    new TrainingRun(Main.openConsole(), folder, MOST_TIME)
        .export(Integer.parseInt(arguments[0]), formats);
    ProcessExitGuard.isMeant();
  }

  /**
   * Exports into one format after the other.
   *
   * @param rows how many rows each export has
   * @param formats the formats, each of which is the ending of its file, too
   * @return the exit codes
   * @throws IOException when the service cannot listen, or failed
   */
  List<Integer> export(int rows, List<String> formats) throws IOException {
    try (TrainingService service = TrainingService.start(TrainingAnswer.finished(rows))) {
      VidiexportCommandLine commandLine = new VidiexportCommandLine(asking(service));
      return formats.stream().map(format -> commandLine.execute(arguments(format))).toList();
    }
  }

  private Console asking(TrainingService service) {
    Map<String, String> environment =
        Map.of(
            "VIDICENTER_BASE_URL",
            service.baseUrl().toString(),
            "VIDICENTER_USERNAME",
            "training",
            "VIDICENTER_TOKEN",
            "of-the-training",
            "XDG_STATE_HOME",
            folder.toString());
    return new Console(
        environment,
        console.in(),
        console.data(),
        console.out(),
        console.err(),
        console.outMayBeTerminal(),
        console.errIsTerminal());
  }

  private String[] arguments(String format) {
    return new String[] {
      "export",
      "--data-type=viewers",
      "--time-resolution=5m",
      "--locations=1056",
      "--start=2025-01-01T00:00:00",
      "--end=2025-12-31T23:59:59",
      "--poll-interval=" + MOMENT,
      "--timeout=" + mostTime,
      "--output=" + folder.resolve("training." + format)
    };
  }
}
