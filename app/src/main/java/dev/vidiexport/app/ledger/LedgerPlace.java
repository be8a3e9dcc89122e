package dev.vidiexport.app.ledger;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.staging.TargetFolder;
import java.nio.file.Path;

/**
 * Where a ledger and its copies are. Immutable.
 *
 * @param ledger the file of the ledger
 * @param copies the folder of its copies
 * @param stem what the names of its copies begin with, before their day
 */
public record LedgerPlace(Path ledger, Path copies, String stem) {
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

  /** What SQLite needs to undo what was half done. */
  Path journal() {
    return ledger.resolveSibling(ledger.getFileName() + "-journal");
  }
}
