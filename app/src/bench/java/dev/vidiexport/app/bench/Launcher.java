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
 * The script that starts the program, with its archive of classes already made: what its users have
 * from the second start on. Immutable.
 *
 * @param script the launcher
 * @param cache where the archive is
 */
record Launcher(Path script, Path cache) {
  private static final int MOST_POLLS = 600;
  private static final long POLL_MILLISECONDS = 200;

  /** Starts it once, and waits until the archive is there that this makes in the background. */
  static Launcher warm(BenchmarkSettings settings, ProcessMeter meter)
      throws IOException, InterruptedException {
    Path cache = Files.createTempDirectory(settings.folder(), "launcher-");
    Launcher launcher = new Launcher(settings.launcher(), cache);
    Measured first = meter.time(launcher.command(Map.of(), List.of("sinks")));
    if (!first.isGood()) {
      throw new IllegalStateException("The launcher failed: " + first.message());
    }
    for (int poll = 0; poll < MOST_POLLS && !launcher.hasArchive(); poll++) {
      Thread.sleep(POLL_MILLISECONDS);
    }
    if (!launcher.hasArchive()) {
      throw new IllegalStateException("The launcher made no archive in " + cache);
    }
    return launcher;
  }

  ProcessCommand command(Map<String, String> variables, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(arguments);
    Map<String, String> all = new HashMap<>(variables);
    all.put("XDG_CACHE_HOME", cache.toString());
    all.put("JAVA_HOME", JavaRuntime.current().home().toString());
    return new ProcessCommand(words, all, Optional.empty());
  }

  private boolean hasArchive() throws IOException {
    Path archives = cache.resolve("vidiexport");
    if (!Files.exists(archives)) {
      return false;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(archives, "*.jsa")) {
      for (Path entry : entries) {
        // An empty one says that none could be made.
        return Files.size(entry) > 0;
      }
    }
    return false;
  }
}
