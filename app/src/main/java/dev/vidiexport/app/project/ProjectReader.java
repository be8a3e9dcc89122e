package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.console.CommandLineProblems;
import dev.vidiexport.app.plugins.SinkRegistry;
import dev.vidiexport.app.project.YamlValue.Entry;
import dev.vidiexport.app.project.YamlValue.Mapping;
import dev.vidiexport.app.project.YamlValue.Scalar;
import dev.vidiexport.domain.catalogue.DataCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a project file, or tells everything that is wrong with it. */
public final class ProjectReader {
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
    Path folder = requireNonNull(source.file().getParent(), "a file has a folder");
    FileEntries entries =
        new FileEntries(
            mapping,
            KnownKeys.check("The file", mapping, FileKey.NAMES, problems),
            new ProjectPaths(folder, home),
            new DatabaseFormats(sinks),
            problems);
    ReadTarget target = new TargetReader(entries, new PathTraps(home, source.file())).read();
    ProjectConnection connection = new ConnectionReader(entries).read(source.name());
    List<ProjectExport> exports = exports(entries, target.place());
    return target.target().isEmpty() || exports.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProjectFile(source.file(), target.target().get(), connection, exports));
  }

  private static List<ProjectExport> exports(FileEntries entries, RowPlace place) {
    ExportsReader reader =
        new ExportsReader(DataCatalogue.documented(), place, entries.paths(), entries.problems());
    entries
        .find(FileKey.DEFAULTS)
        .flatMap(entry -> entries.mapping(FileKey.DEFAULTS, entry))
        .ifPresent(reader::defaults);
    Optional<Entry> entry = entries.required(FileKey.EXPORTS);
    Optional<Mapping> exports = entry.flatMap(given -> entries.mapping(FileKey.EXPORTS, given));
    if (exports.filter(given -> given.entries().isEmpty()).isPresent()) {
      entries.problems().add(entry.orElseThrow().line(), "exports must have at least one export.");
    }
    List<ProjectExport> read = exports.map(reader::read).orElse(List.of());
    reader.checkUnusedDefaults();
    return read;
  }
}
