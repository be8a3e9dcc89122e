package dev.vidiexport.app.ledger;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.staging.TargetFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a ledger and its copies are. Immutable.
 *
 * @param ledger the file of the ledger
 * @param copies the folder of its copies, which others' files may lie in where it is the ledger's
 * @param stem what the names of its copies begin with, before their day
 */
public record LedgerPlace(Path ledger, Path copies, String stem) {
  static final String EXTENSION = ".db";

  /** What names end with beside a database: while it is made, and what SQLite itself has there. */
  private static final String BESIDE = "(\\.making)?(-journal|-wal|-shm)?";

  public LedgerPlace {
    requireNonNull(ledger, "ledger must not be null");
    requireNonNull(copies, "copies must not be null");
    requireNonNull(stem, "stem must not be null");
  }

  /** The place below the folder of a history: {@code _vidiexport/ledger.db}. */
  public static LedgerPlace inFolder(Path target) {
    Path own = target.toAbsolutePath().resolve(TargetFolder.OWN);
    return new LedgerPlace(own.resolve("ledger.db"), own.resolve("backup"), "ledger");
  }

  /** The place of a ledger at a path of its own, with its copies beside it. */
  public static LedgerPlace file(Path ledger) {
    Path file = ledger.toAbsolutePath();
    String name = String.valueOf(file.getFileName());
    String stem =
        name.endsWith(EXTENSION) && name.length() > EXTENSION.length()
            ? name.substring(0, name.length() - EXTENSION.length())
            : name;
    return new LedgerPlace(file, file.resolveSibling(""), stem);
  }

  /** Whether the copies lie where others may keep files of any names. */
  boolean isAmongOthers() {
    return copies.equals(ledger.resolveSibling(""));
  }

  /**
   * Whether a file is the ledger, one of its copies, or something that SQLite has beside these: by
   * its name alone.
   */
  public boolean holds(Path file) {
    String name = String.valueOf(file.getFileName());
    boolean isBesideLedger =
        isIn(ledger.resolveSibling(""), file)
            && name.matches(Pattern.quote(String.valueOf(ledger.getFileName())) + BESIDE);
    return isBesideLedger || (isIn(copies, file) && name.matches(copyName() + BESIDE));
  }

  private static boolean isIn(Path folder, Path file) {
    return folder.equals(file.getParent());
  }

  /** What the names of copies match, as a regular expression. */
  String copyName() {
    return Pattern.quote(stem) + "-[0-9]{4}-[0-9]{2}-[0-9]{2}" + Pattern.quote(EXTENSION);
  }

  /**
   * The copy of the last day, whether or not the ledger is there; empty where there is none, or
   * their folder cannot be listed, which whoever opens the ledger will be told.
   */
  public Optional<Path> newestCopy() {
    Pattern name = Pattern.compile(copyName());
    try (Stream<Path> all = Files.list(copies)) {
      return all.filter(path -> name.matcher(path.getFileName().toString()).matches())
          .max(Comparator.comparing(path -> path.getFileName().toString()));
    } catch (IOException | UncheckedIOException unlisted) {
      return Optional.empty();
    }
  }

  /** What SQLite needs to undo what was half done. */
  Path journal() {
    return ledger.resolveSibling(ledger.getFileName() + "-journal");
  }
}
