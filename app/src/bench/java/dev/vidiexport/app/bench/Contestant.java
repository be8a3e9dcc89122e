package dev.vidiexport.app.bench;

import dev.vidiexport.app.bench.process.ProcessCommand;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program that takes part. Immutable.
 *
 * @param output the file that it makes, if it makes one
 * @param bytesNeeded about how much memory it takes, where it is so much that it must be asked for
 */
record Contestant(String name, ProcessCommand command, Optional<Path> output, long bytesNeeded) {
  static Contestant writing(String name, Path output, ProcessCommand command) {
    return new Contestant(name, command, Optional.of(output), 0);
  }

  static Contestant reading(String name, ProcessCommand command) {
    return new Contestant(name, command, Optional.empty(), 0);
  }

  Contestant needing(long bytes) {
    return new Contestant(name, command, output, bytes);
  }
}
