package dev.vidiexport.app.project;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.arguments.AddressScheme;
import dev.vidiexport.app.files.RealPath;
import dev.vidiexport.app.ledger.LedgerPlace;
import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.app.staging.LedgerHold;
import java.nio.file.Path;
import java.util.Optional;

/** What a history is kept in, as a project file says. Nobody has looked whether it is there. */
public sealed interface HistoryTarget {
  /**
   * What of the history a file is that something else would write, through links or not, as a part
   * of a sentence: {@code the ledger of the history}. Empty where it is nothing of it.
   *
   * @param file need not be there
   */
  Optional<String> standingAt(Path file);

  /**
   * Files in a folder, and the ledger among them.
   *
   * @param path absolute
   */
  record Folder(Path path) implements HistoryTarget {
    public Folder {
      requireNonNull(path, "path must not be null");
    }

    @Override
    public Optional<String> standingAt(Path file) {
      return RealPath.of(file).startsWith(RealPath.of(path))
          ? Optional.of("in the folder of the history, " + path)
          : Optional.empty();
    }
  }

  /**
   * Tables of a database, and a ledger elsewhere.
   *
   * @param address as the format takes it, without credentials; a path that follows its scheme
   *     alone is absolute: {@code sqlite:/srv/audience.db}
   * @param format keeps histories in tables
   * @param ledger the file of the ledger, absolute
   */
  record Database(String address, InstalledSink format, Path ledger) implements HistoryTarget {
    public Database {
      requireNonNull(address, "address must not be null");
      requireNonNull(format, "format must not be null");
      requireNonNull(ledger, "ledger must not be null");
    }

    /** The file that it is, absolute; empty where its address leads to a server. */
    public Optional<Path> file() {
      return AddressScheme.ofFile(address).map(Path::of);
    }

    /** Whether a file is the ledger, its lock or one of its copies, through links or not. */
    boolean isOfLedger(Path other) {
      Path real = RealPath.of(other);
      Path realLedger = RealPath.of(ledger);
      return RealPath.areSame(ledger, other)
          || LedgerPlace.file(realLedger).holds(real)
          || LedgerHold.isLock(realLedger, real);
    }

    @Override
    public Optional<String> standingAt(Path other) {
      if (isOfLedger(other)) {
        return Optional.of(
            "the ledger of the history, %s, or a file that belongs to it".formatted(ledger));
      }
      return file()
          .filter(database -> RealPath.areSame(database, other))
          .map("the database of the history, %s"::formatted);
    }
  }
}
