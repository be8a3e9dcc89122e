package dev.vidiexport.app.project;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.files.FileSystemReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a project file is read from.
 *
 * @param name as the user gave it
 * @param file the same as an absolute path, on whose folder relative paths start
 */
record ProjectSource(String name, Path file) {
  /** Ten thousand exports have less. */
  static final int MOST_BYTES = 1024 * 1024;

  /** The source of that name; empty, and a problem, where it can be none. */
  static Optional<ProjectSource> of(String name, CommandLineProblems problems) {
    try {
      if (!name.isEmpty()) {
        return Optional.of(new ProjectSource(name, Path.of(name).toAbsolutePath()));
      }
    } catch (InvalidPathException noPath) {
      // Told below, as the empty one.
    }
    problems.add(
        "The project file must have a name that is valid on this system, but it was \"%s\"."
            .formatted(name));
    return Optional.empty();
  }

  /** Its content; empty, and a problem, where it cannot be read or is too large. */
  Optional<byte[]> read(CommandLineProblems problems) {
    try {
      if (Files.isDirectory(file)) {
        problems.add(problem("is a folder", "Name the file in it."));
        return Optional.empty();
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        problems.add(problem("is neither a file nor a link to one", "Name a file."));
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length <= MOST_BYTES) {
          return Optional.of(bytes);
        }
      }
      problems.add(problem("is larger than 1 MiB", "Is it really a project file?"));
    } catch (NoSuchFileException missing) {
      problems.add(
          problem("does not exist", "Make one with vidiexport init, or name it with --config."));
    } catch (IOException unreadable) {
      problems.add(
          problem(
              "cannot be read: " + FileSystemReason.of(unreadable, "something is in the way"),
              "Make it readable, or name another with --config."));
    }
    return Optional.empty();
  }

  private String problem(String found, String step) {
    return "The project file \"%s\" %s. %s".formatted(name, found, step);
  }
}
