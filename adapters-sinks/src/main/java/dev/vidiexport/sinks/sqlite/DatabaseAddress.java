package dev.vidiexport.sinks.sqlite;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a user writes for a file: its path, or {@code sqlite:} and its path. */
final class DatabaseAddress {
  static final String SCHEME = "sqlite";

  private static final String PREFIX = SCHEME + ":";

  private DatabaseAddress() {}

  /**
   * What is wrong with the text alone, as a sentence.
   *
   * @param called what the user calls it
   */
  static Optional<String> problemWith(String called, String output) {
    String path = withoutScheme(output);
    // For others it is an address of three slashes, or of four, and means two different files.
    if (path.isEmpty() || (isAddress(output) && path.startsWith("//"))) {
      return Optional.of(
          "The address sqlite: must be followed by the path of a file alone, as in"
              + " sqlite:audience.db or sqlite:/srv/audience.db.");
    }
    // It may hold a password, and is not shown.
    if (path.contains("://")) {
      return Optional.of("The format sqlite writes to a file, and not to an address of a server.");
    }
    if (path.endsWith(File.separator)) {
      return Optional.of("The %s must be a file, but \"%s\" is a folder.".formatted(called, path));
    }
    return parsed(path).isPresent()
        ? Optional.empty()
        : Optional.of(
            ("The %s must be a path that is valid on this system, but was \"%s\". If it has"
                    + " characters beyond ASCII, set LC_ALL=C.UTF-8.")
                .formatted(called, path));
  }

  private static Optional<Path> parsed(String path) {
    try {
      return Optional.of(Path.of(path));
    } catch (InvalidPathException invalid) {
      return Optional.empty();
    }
  }

  /**
   * The path of the file.
   *
   * @throws IOException when something is wrong with the text
   */
  static Path path(String output) throws IOException {
    Optional<String> problem = problemWith("output", output);
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
    return Path.of(withoutScheme(output));
  }

  private static boolean isAddress(String output) {
    return output.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
  }

  private static String withoutScheme(String output) {
    return isAddress(output) ? output.substring(PREFIX.length()) : output;
  }
}
