package dev.vidiexport.app.cli;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.console.Console;
import dev.vidiexport.app.console.MachineTime;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.metrics.MetricsFile;
import dev.vidiexport.app.metrics.RunRecorder;
import dev.vidiexport.app.wiring.Wiring;
import dev.vidiexport.domain.text.CleanText;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads where the metrics of a run go. That comes before everything else of the command line, so
 * that a command line that is otherwise wrong is told by metrics, too.
 */
final class MetricsFileReader {
  static final String OPTION = "--metrics-file";

  private static final int MOST_CHARACTERS = 500;

  private final Console console;
  private final CommandLineProblems problems;

  MetricsFileReader(Console console, CommandLineProblems problems) {
    this.console = console;
    this.problems = problems;
  }

  /**
   * What writes the metrics of a run that begins now. It writes none where none are wanted, or
   * something is wrong with their file, which has been noted.
   *
   * @param written as the user wrote it
   * @param others the files that other options name, by these options; all that is known of them
   *     before they are looked at
   */
  RunRecorder read(
      @Nullable String written, Map<String, Optional<String>> others, UserMessages messages) {
    return new RunRecorder(
        written == null ? Optional.empty() : file(written, others, messages),
        console,
        messages,
        MachineTime.clock(),
        Wiring.pacer());
  }

  private Optional<MetricsFile> file(
      String written, Map<String, Optional<String>> others, UserMessages messages) {
    if (UnmappableCharacters.areIn(written)) {
      return Optional.empty(); // Of which the user has been told.
    }
    if (OutputReader.path(OPTION, written, problems).isEmpty()) {
      return Optional.empty();
    }
    int before = problems.all().size();
    Optional<MetricsFile> file = problems.read(OPTION, () -> MetricsFile.of(written));
    file.ifPresent(metrics -> requireOwn(metrics, others));
    new ProtectedFiles(console, problems).check(OPTION, written, Optional.empty(), "");
    if (problems.all().size() > before) {
      return Optional.empty();
    }
    if (!file.orElseThrow().isCollected()) {
      messages.note(
          "A node exporter reads only files whose names end with %s, and not \"%s\"."
              .formatted(MetricsFile.ENDING, CleanText.of(written, MOST_CHARACTERS)));
    }
    return file;
  }

  private void requireOwn(MetricsFile metrics, Map<String, Optional<String>> others) {
    others.forEach(
        (option, other) -> {
          if (other.filter(metrics::isNamedBy).isPresent()) {
            problems.add(
                "%s and %s lead to the same file. Choose another %s."
                    .formatted(OPTION, option, OPTION));
          }
        });
  }
}
