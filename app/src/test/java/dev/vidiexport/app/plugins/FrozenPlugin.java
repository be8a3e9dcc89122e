package dev.vidiexport.app.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The plugin that was compiled against version 1 of the sink interfaces, and is kept as it was. */
public final class FrozenPlugin {
  private static final Path KEPT = Path.of("src/test/resources/plugins/ledger");

  private FrozenPlugin() {}

  /** Puts the jar into a plugins folder. */
  public static Path copyInto(Path folder) throws IOException {
    Path jar = Files.copy(KEPT.resolve("ledger-sink-1.jar"), folder.resolve("ledger-sink-1.jar"));
    // Nobody's umask may make it a jar that others can change, which would not be loaded.
    return PrivateFolders.keep(jar);
  }

  /** Its source, as it stands beside it. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(KEPT.resolve("source"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
