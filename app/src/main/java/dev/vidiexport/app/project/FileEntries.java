package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.project.YamlValue.Entry;
import dev.vidiexport.app.project.YamlValue.Mapping;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What stands behind the keys of the file itself. What is of the wrong shape is told.
 *
 * @param keys tells which of the keys that are missing were misspelt
 */
record FileEntries(
    Mapping mapping,
    KnownKeys keys,
    ProjectPaths paths,
    DatabaseFormats databases,
    ProjectProblems problems) {
  Optional<Entry> find(FileKey key) {
    return Optional.ofNullable(mapping.entries().get(key.key()));
  }

  /** The same; it is told where it is missing. */
  Optional<Entry> required(FileKey key) {
    Optional<Entry> entry = find(key);
    if (entry.isEmpty() && !keys.isMisspelt(key.key())) {
      problems.add(mapping.line(), "%s must be given: %s.".formatted(key.key(), key.expected()));
    }
    return entry;
  }

  /** The line of the value of a key that is there. */
  int line(FileKey key) {
    return requireNonNull(mapping.entries().get(key.key()), "the key was read").value().line();
  }

  Optional<Mapping> mapping(FileKey key, Entry entry) {
    if (entry.value() instanceof Mapping below) {
      return Optional.of(below);
    }
    problems.add(
        entry.line(),
        "%s must be %s, but is %s."
            .formatted(key.key(), key.expected(), entry.value().described()));
    return Optional.empty();
  }

  Optional<String> name(FileKey key) {
    return find(key)
        .flatMap(entry -> new ValueReader(key.key(), key.expected(), problems).name(entry.value()));
  }

  /** The path that a key names; an address is none. */
  Optional<Path> path(FileKey key) {
    return name(key).flatMap(text -> path(key, text));
  }

  /** The same of a part of what stands behind a key. */
  Optional<Path> path(FileKey key, String text) {
    if (databases.isAddress(text)) {
      // It may hold a password, and is not shown.
      problems.add(line(key), "%s must be a path, and no address.".formatted(key.key()));
      return Optional.empty();
    }
    Optional<Path> path = paths.find(text);
    if (path.isEmpty()) {
      problems.add(
          line(key),
          "%s must be a path that is valid on this system. If it has characters beyond ASCII, set LC_ALL=C.UTF-8."
              .formatted(key.key()));
    }
    return path;
  }
}
