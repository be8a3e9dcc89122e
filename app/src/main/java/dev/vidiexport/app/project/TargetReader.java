package dev.vidiexport.app.project;

import dev.vidiexport.app.arguments.AddressScheme;
import dev.vidiexport.app.files.RealPath;
import dev.vidiexport.app.plugins.InstalledSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what the history is kept in: a folder, or a database and a ledger beside it. */
final class TargetReader {
  private final FileEntries entries;
  private final PathTraps traps;
  private final DatabaseFormats databases;
  private final ProjectProblems problems;

  TargetReader(FileEntries entries, PathTraps traps) {
    this.entries = entries;
    this.traps = traps;
    this.databases = entries.databases();
    this.problems = entries.problems();
  }

  ReadTarget read() {
    FormatReader formats = new FormatReader(databases.sinks());
    if (entries.required(FileKey.TARGET).isEmpty()) {
      return new ReadTarget(FilePlace.unknown(formats, problems), Optional.empty());
    }
    Optional<String> text = entries.name(FileKey.TARGET);
    if (text.isEmpty()) {
      return new ReadTarget(FilePlace.unknown(formats, problems), Optional.empty());
    }
    return databases.isAddress(text.get())
        ? database(text.get())
        : new ReadTarget(FilePlace.folder(formats, problems), folder(text.get()));
  }

  private Optional<HistoryTarget> folder(String text) {
    Optional<Path> path = entries.path(FileKey.TARGET, text);
    path.flatMap(traps::ofFolder)
        .ifPresent(trap -> tell(FileKey.TARGET, "must be a folder of its own, but is " + trap));
    if (entries.find(FileKey.LEDGER).isPresent()) {
      tell(
          FileKey.LEDGER,
          "is for histories in databases alone; in a folder it lies with the files. Remove it, or"
              + " name a database with target, as in sqlite:audience.db");
    }
    return path.map(HistoryTarget.Folder::new);
  }

  private ReadTarget database(String text) {
    Optional<ChosenDatabase> database = format(text).flatMap(format -> located(text, format));
    Optional<Path> ledger = ledger();
    Optional<HistoryTarget.Database> target =
        database.flatMap(
            known ->
                ledger.map(
                    file -> new HistoryTarget.Database(known.address(), known.format(), file)));
    target.ifPresent(this::requireTwoFiles);
    return new ReadTarget(
        new TablePlace(database, problems), target.map(HistoryTarget.class::cast));
  }

  private Optional<InstalledSink> format(String address) {
    List<InstalledSink> keeping = databases.keepingAt(address);
    if (keeping.size() == 1) {
      return Optional.of(keeping.get(0));
    }
    List<String> schemes = databases.keptSchemes().stream().map(scheme -> scheme + ":").toList();
    tell(
        FileKey.TARGET,
        !keeping.isEmpty()
            ? "is an address that several formats take: %s. Remove the plugins of all but one"
                .formatted(String.join(", ", keeping.stream().map(InstalledSink::format).toList()))
            : schemes.isEmpty()
                ? "must be a folder, because no format keeps histories in databases"
                : "must be a folder, or the address of a database that begins with one of "
                    + String.join(", ", schemes));
    return Optional.empty();
  }

  /** With an absolute path, where the address is that of a file. */
  private Optional<ChosenDatabase> located(String address, InstalledSink format) {
    Optional<String> problem = ChosenDatabase.problemWith(address, format);
    if (problem.isPresent()) {
      problems.add(entries.line(FileKey.TARGET), "target: " + problem.get());
      return Optional.empty();
    }
    Optional<String> file = AddressScheme.ofFile(address);
    if (file.isEmpty()) {
      return Optional.of(new ChosenDatabase(address, format));
    }
    Optional<Path> path = entries.path(FileKey.TARGET, file.get());
    path.flatMap(traps::ofFile)
        .ifPresent(trap -> tell(FileKey.TARGET, "must be a file of its own, but is " + trap));
    return path.map(
        found -> new ChosenDatabase(AddressScheme.of(address).orElseThrow() + ":" + found, format));
  }

  private Optional<Path> ledger() {
    if (entries.find(FileKey.LEDGER).isEmpty()) {
      if (!entries.keys().isMisspelt(FileKey.LEDGER.key())) {
        problems.add(
            entries.line(FileKey.TARGET),
            "ledger must be given when the target is a database: the name of a file, in which is kept what VidiCenter was asked for and what it answered. The database has the rows alone.");
      }
      return Optional.empty();
    }
    Optional<Path> ledger = entries.path(FileKey.LEDGER);
    ledger
        .flatMap(traps::ofFile)
        .ifPresent(trap -> tell(FileKey.LEDGER, "must be a file of its own, but is " + trap));
    return ledger;
  }

  /** The lock and the copies of the ledger lie beside it, and must not be the database, either. */
  private void requireTwoFiles(HistoryTarget.Database target) {
    Optional<Path> database = target.file();
    if (database.filter(file -> RealPath.areSame(file, target.ledger())).isPresent()) {
      tell(FileKey.LEDGER, "must be a file of its own, but is the database itself");
    } else if (database.filter(file -> target.isOfLedger(file)).isPresent()) {
      tell(
          FileKey.LEDGER,
          "must have another name, because the database has that of a file which belongs to the ledger");
    }
  }

  private void tell(FileKey key, String problem) {
    problems.add(entries.line(key), "%s %s.".formatted(key.key(), problem));
  }
}
