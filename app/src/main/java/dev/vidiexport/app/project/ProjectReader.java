package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.arguments.AddressScheme;
import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.YamlValue.Entry;
import dev.vidiexport.app.project.YamlValue.Mapping;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import dev.vidiexport.domain.text.CopiedText;
import dev.vidiexport.http.BaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a project file, or tells everything that is wrong with it. */
public final class ProjectReader {
  private static final String STANDARD_INPUT = "-";

  private final SinkRegistry sinks;
  private final Path home;

  /**
   * A reader.
   *
   * @param sinks the formats that there are
   * @param home the home folder of the user
   */
  public ProjectReader(SinkRegistry sinks, Path home) {
    this.sinks = requireNonNull(sinks, "sinks must not be null");
    this.home = requireNonNull(home, "home must not be null").toAbsolutePath().normalize();
  }

  /**
   * Reads a file of at most 1 MiB.
   *
   * @param name of the file, as the user gave it
   * @param problems takes a sentence for everything that is wrong
   * @return empty where anything is wrong
   */
  public Optional<ProjectFile> read(String name, CommandLineProblems problems) {
    Optional<ProjectSource> source = ProjectSource.of(name, problems);
    Optional<byte[]> bytes = source.flatMap(found -> found.read(problems));
    if (source.isEmpty() || bytes.isEmpty()) {
      return Optional.empty();
    }
    ProjectProblems found = new ProjectProblems(name);
    Optional<ProjectFile> project =
        ProjectText.of(bytes.get(), found)
            .flatMap(text -> YamlTree.of(text, found))
            .flatMap(value -> project(source.get(), value, found));
    if (found.isEmpty()) {
      return project;
    }
    found.tellTo(problems);
    return Optional.empty();
  }

  /** Empty only where there is a problem. */
  private Optional<ProjectFile> project(
      ProjectSource source, YamlValue value, ProjectProblems problems) {
    if (!(value instanceof Mapping mapping)) {
      boolean isEmpty = value instanceof Scalar scalar && scalar.kind() == YamlValue.Kind.NOTHING;
      problems.add(
          isEmpty ? 1 : value.line(),
          "The file must have the keys %s, but is %s. A new one is made by vidiexport init."
              .formatted(String.join(", ", FileKey.NAMES), value.described()));
      return Optional.empty();
    }
    KnownKeys keys = KnownKeys.check("The file", mapping, FileKey.NAMES, problems);
    Path folder = requireNonNull(source.file().getParent(), "a file has a folder");
    ProjectPaths paths = new ProjectPaths(folder, home);
    Optional<Path> target = target(mapping, keys, source.file(), paths, problems);
    ProjectConnection connection = connection(source.name(), mapping, paths, problems);
    List<ProjectExport> exports = exports(mapping, keys, paths, problems);
    return target.isEmpty() || exports.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProjectFile(source.file(), target.get(), connection, exports));
  }

  private Optional<Path> target(
      Mapping mapping, KnownKeys keys, Path file, ProjectPaths paths, ProjectProblems problems) {
    Optional<Entry> entry = required(FileKey.TARGET, mapping, keys, problems);
    Optional<Path> target = entry.flatMap(given -> path(FileKey.TARGET, given, paths, problems));
    target
        .flatMap(path -> trap(path, file))
        .ifPresent(
            trap ->
                problems.add(
                    entry.orElseThrow().value().line(),
                    "target must be a folder of its own, but is %s.".formatted(trap)));
    return target;
  }

  /** What must not become the folder of a history, as a part of a sentence. */
  private Optional<String> trap(Path target, Path file) {
    if (target.getParent() == null) {
      return Optional.of("the root of all folders");
    }
    if (target.equals(home)) {
      return Optional.of("your home folder");
    }
    if (target.equals(file.normalize())) {
      return Optional.of("this file");
    }
    for (Path name : target) {
      if (name.toString().equals(TargetFolder.OWN)) {
        return Optional.of("in a folder _vidiexport, which belongs to a history");
      }
    }
    return Optional.empty();
  }

  private ProjectConnection connection(
      String file, Mapping mapping, ProjectPaths paths, ProjectProblems problems) {
    Optional<String> baseUrl = name(FileKey.BASE_URL, mapping, problems);
    baseUrl.ifPresent(
        address -> {
          try {
            BaseUrl.parse(address);
          } catch (IllegalArgumentException wrong) {
            problems.add(line(FileKey.BASE_URL, mapping), "base_url: " + wrong.getMessage());
          }
        });
    Optional<String> username = name(FileKey.USERNAME, mapping, problems);
    username
        .flatMap(ProjectReader::problemWithUsername)
        .ifPresent(
            problem ->
                problems.add(line(FileKey.USERNAME, mapping), "username %s.".formatted(problem)));
    return new ProjectConnection(
        file,
        baseUrl,
        username,
        Optional.ofNullable(mapping.entries().get(FileKey.TOKEN_FILE.key()))
            .flatMap(entry -> tokenFile(entry, paths, problems)));
  }

  private static Optional<String> problemWithUsername(String username) {
    return username.indexOf(':') >= 0
        ? Optional.of(
            "must not contain a colon, because HTTP Basic authentication (RFC 7617) ends it there")
        : CopiedText.problemWith(username);
  }

  private Optional<String> tokenFile(Entry entry, ProjectPaths paths, ProjectProblems problems) {
    return entry.value() instanceof Scalar scalar && scalar.text().equals(STANDARD_INPUT)
        ? Optional.of(STANDARD_INPUT)
        : path(FileKey.TOKEN_FILE, entry, paths, problems).map(Path::toString);
  }

  private List<ProjectExport> exports(
      Mapping mapping, KnownKeys keys, ProjectPaths paths, ProjectProblems problems) {
    ExportsReader reader =
        new ExportsReader(DataCatalogue.documented(), new FormatReader(sinks), paths, problems);
    Optional.ofNullable(mapping.entries().get(FileKey.DEFAULTS.key()))
        .flatMap(entry -> mapping(FileKey.DEFAULTS, entry, problems))
        .ifPresent(reader::defaults);
    Optional<Entry> entry = required(FileKey.EXPORTS, mapping, keys, problems);
    Optional<Mapping> exports = entry.flatMap(given -> mapping(FileKey.EXPORTS, given, problems));
    if (exports.filter(given -> given.entries().isEmpty()).isPresent()) {
      problems.add(entry.orElseThrow().line(), "exports must have at least one export.");
    }
    List<ProjectExport> read = exports.map(reader::read).orElse(List.of());
    reader.checkUnusedDefaults();
    return read;
  }

  private static Optional<Entry> required(
      FileKey key, Mapping mapping, KnownKeys keys, ProjectProblems problems) {
    Optional<Entry> entry = Optional.ofNullable(mapping.entries().get(key.key()));
    if (entry.isEmpty() && !keys.isMisspelt(key.key())) {
      problems.add(mapping.line(), "%s must be given: %s.".formatted(key.key(), key.expected()));
    }
    return entry;
  }

  private static Optional<Mapping> mapping(FileKey key, Entry entry, ProjectProblems problems) {
    if (entry.value() instanceof Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(
        entry.line(),
        "%s must be %s, but is %s."
            .formatted(key.key(), key.expected(), entry.value().described()));
    return Optional.empty();
  }

  private Optional<Path> path(
      FileKey key, Entry entry, ProjectPaths paths, ProjectProblems problems) {
    Optional<String> text =
        new ValueReader(key.key(), key.expected(), problems).name(entry.value());
    if (text.filter(this::isAddress).isPresent()) {
      problems.add(
          entry.value().line(),
          key == FileKey.TARGET
              ? "target must be a folder: histories are not kept in databases, into which vidiexport extract writes their rows."
              : "%s must be a path, and no address.".formatted(key.key()));
      return Optional.empty();
    }
    Optional<Path> path = text.flatMap(paths::find);
    if (text.isPresent() && path.isEmpty()) {
      problems.add(
          entry.value().line(),
          "%s must be a path that is valid on this system. If it has characters beyond ASCII, set LC_ALL=C.UTF-8."
              .formatted(key.key()));
    }
    return path;
  }

  /** It may hold a password, and is not shown. */
  private boolean isAddress(String text) {
    return AddressScheme.ofAddress(text).isPresent()
        || AddressScheme.of(text)
            .filter(scheme -> !sinks.takingAddresses(scheme).isEmpty())
            .isPresent();
  }

  private static Optional<String> name(FileKey key, Mapping mapping, ProjectProblems problems) {
    return Optional.ofNullable(mapping.entries().get(key.key()))
        .flatMap(entry -> new ValueReader(key.key(), key.expected(), problems).name(entry.value()));
  }

  private static int line(FileKey key, Mapping mapping) {
    return requireNonNull(mapping.entries().get(key.key()), "the key was read").value().line();
  }
}
