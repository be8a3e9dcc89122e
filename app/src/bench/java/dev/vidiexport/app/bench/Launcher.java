package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.JavaRuntime;
import dev.vidiexport.app.bench.process.Measured;
import dev.vidiexport.app.bench.process.ProcessCommand;
import dev.vidiexport.app.bench.process.ProcessMeter;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The script that starts the program, with what the JVM learns of it already learnt: what its users
 * have from the second start on. Immutable.
 *
 * @param script the launcher
 * @param cache where it keeps what was learnt
 * @param java what runs the program
 */
record Launcher(Path script, Path cache, JavaRuntime java) implements ProgramStart {
  private static final int MOST_POLLS = 1_500;
  private static final long POLL_MILLISECONDS = 200;

  /** Starts it once, and waits until the JVM has learnt what this begins in the background. */
  static Launcher warm(BenchmarkSettings settings, ProcessMeter meter, JavaRuntime java)
      throws IOException, InterruptedException {
    Path cache = Files.createTempDirectory(settings.folder(), "launcher-");
    Launcher launcher = new Launcher(settings.launcher(), cache, java);
    Measured first = meter.time(launcher.command(Map.of(), List.of("sinks")));
    if (!first.isGood()) {
      throw new IllegalStateException("The launcher failed: " + first.message());
    }
    for (int poll = 0; poll < MOST_POLLS && !launcher.hasLearnt(); poll++) {
      Thread.sleep(POLL_MILLISECONDS);
    }
    if (!launcher.hasLearnt()) {
      throw new IllegalStateException("The launcher kept nothing in " + cache);
    }
    return launcher;
  }

  @Override
  public ProcessCommand command(Map<String, String> variables, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(arguments);
    Map<String, String> all = new HashMap<>(variables);
    all.put("XDG_CACHE_HOME", cache.toString());
    all.put("JAVA_HOME", java.home().toString());
    return new ProcessCommand(words, all, Optional.empty());
  }

  private boolean hasLearnt() throws IOException {
    Path kept = cache.resolve("vidiexport");
    if (!Files.exists(kept)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(kept, "*.{aot,jsa}")) {
      for (Path entry : entries) {
        // An empty one says that nothing could be kept.
        return Files.size(entry) > 0;
      }
    }
    return false;
  }
}
