package dev.vidiexport.app.history;

import dev.vidiexport.app.ledger.LedgerPlace;
import dev.vidiexport.app.project.HistoryTarget;
import dev.vidiexport.app.staging.LedgerHold;
import dev.vidiexport.app.staging.TargetFolder;
import dev.vidiexport.domain.failure.ExportException;

/** The target of a history whose ledger this process alone changes. */
sealed interface HeldTarget extends AutoCloseable {
  /** A folder. */
  record Folder(TargetFolder folder) implements HeldTarget {
    @Override
    public LedgerPlace ledger() {
      return LedgerPlace.inFolder(folder.path());
    }

    @Override
    public void close() {
      folder.close();
    }
  }

  /** A database, whose tables are somebody else's to hold. */
  record Database(HistoryTarget.Database target, LedgerHold hold) implements HeldTarget {
    @Override
    public LedgerPlace ledger() {
      return LedgerPlace.file(hold.path());
    }

    @Override
    public void close() {
      hold.close();
    }
  }

  /**
   * Makes what is missing, and keeps others from changing it.
   *
   * @param holder told to others: this process
   * @throws ExportException {@code TARGET_HELD} when another process has it; {@code
   *     OUTPUT_NOT_WRITTEN} when it cannot be written to
   */
  static HeldTarget hold(HistoryTarget target, String holder) {
    if (target instanceof HistoryTarget.Database database) {
      return new Database(database, LedgerHold.hold(database.ledger(), holder));
    }
    return new Folder(TargetFolder.hold(((HistoryTarget.Folder) target).path(), holder));
  }

  /** Where the ledger is. */
  LedgerPlace ledger();

  /** Lets others have it. */
  @Override
  void close();
}
