package dev.vidiexport.app.ledger;

import dev.vidiexport.app.files.FileSystemReason;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.text.CleanText;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Says in words why a ledger cannot be used, and for which reason; never in those of SQL. */
final class LedgerFailures {
  /** SQLite's code for a file that is not as it must be. */
  static final int CORRUPT = 11;

  private static final int ERROR = 1;
  private static final int NOT_PERMITTED = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int NO_MEMORY = 7;
  private static final int READ_ONLY = 8;
  private static final int INPUT_OUTPUT = 10;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int CONSTRAINT = 19;
  private static final int NOT_A_DATABASE = 26;
  private static final int PRIMARY_CODE = 0xff;
  private static final int MOST_CHARACTERS = 1000;

  private final String what;

  private LedgerFailures(String what) {
    this.what = what;
  }

  /** Failures to use the ledger itself. */
  static LedgerFailures of(Path file) {
    return new LedgerFailures("The ledger %s cannot be used".formatted(shown(file)));
  }

  /** Failures to make a copy of it. */
  static LedgerFailures ofCopy(Path copy) {
    return new LedgerFailures("The ledger cannot be copied to %s".formatted(shown(copy)));
  }

  private static String shown(Path file) {
    return CleanText.of(file.toString(), MOST_CHARACTERS);
  }

  /** What SQLite reported. */
  ExportException told(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case BUSY, LOCKED -> told(FailureReason.LEDGER_HELD, "another program holds it", failure);
      case NOT_PERMITTED, READ_ONLY, CANNOT_OPEN ->
          told(
              FailureReason.LEDGER_NOT_PERMITTED,
              "permission denied, for it or for its folder",
              failure);
      case FULL -> told(FailureReason.LEDGER_DISK_FULL, "there is no space left", failure);
      case CORRUPT, NOT_A_DATABASE, ERROR ->
          told(FailureReason.LEDGER_DAMAGED, "it is damaged", failure);
      case INPUT_OUTPUT ->
          told(FailureReason.LEDGER_UNUSABLE, "the disk or the network reported an error", failure);
      case NO_MEMORY ->
          new ExportException(FailureReason.OUT_OF_MEMORY, "There was not enough memory.", failure);
      case CONSTRAINT -> ExportException.defect(failure);
      default -> told(FailureReason.LEDGER_UNUSABLE, "SQLite refused", failure);
    };
  }

  /** What the file system reported. */
  ExportException told(IOException failure) {
    String why =
        CleanText.of(FileSystemReason.of(failure, "a file is in the way"), MOST_CHARACTERS);
    if (why.contains("No space left") || why.contains("quota exceeded")) {
      return told(FailureReason.LEDGER_DISK_FULL, why, failure);
    }
    return failure instanceof AccessDeniedException || why.contains("Read-only")
        ? told(FailureReason.LEDGER_NOT_PERMITTED, why, failure)
        : told(FailureReason.LEDGER_UNUSABLE, why, failure);
  }

  ExportException told(FailureReason reason, String why, Throwable cause) {
    return new ExportException(reason, "%s: %s.".formatted(what, why), cause);
  }

  ExportException told(FailureReason reason, String why) {
    return new ExportException(reason, "%s: %s.".formatted(what, why));
  }
}
