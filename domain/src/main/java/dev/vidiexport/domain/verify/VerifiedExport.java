package dev.vidiexport.domain.verify;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.SliceAnswer;
import java.util.Map;
import java.util.Optional;

/**
 * An export that is looked at. Immutable.
 *
 * @param entry of the project file; empty where only the ledger knows the export
 */
public record VerifiedExport(String name, Optional<HistoryExport> entry) {
  public VerifiedExport {
    requireNonNull(name, "name must not be null");
    requireNonNull(entry, "entry must not be null");
  }

  /** An export of the project file. */
  public static VerifiedExport of(HistoryExport entry) {
    return new VerifiedExport(entry.name(), Optional.of(entry));
  }

  /** An export that only the ledger knows. */
  public static VerifiedExport ofLedger(String name) {
    return new VerifiedExport(name, Optional.empty());
  }

  /**
   * Why no sync asks again for a slice of it; empty where one does.
   *
   * @param isRetired whether the slice is
   */
  Optional<String> unasked(boolean isRetired) {
    if (entry.isEmpty()) {
      return Optional.of("not in the project file, so nothing asks for it again");
    }
    return isRetired ? Optional.of("retired, so nothing asks for it again") : Optional.empty();
  }

  /** With what its files are read back; empty where nobody knows. */
  Optional<FileFormat> format(LedgerExport known) {
    return entry
        .map(FileFormat::of)
        .or(
            () ->
                Optional.ofNullable(known.fixed().get("format"))
                    .map(format -> new FileFormat(format, Map.of())));
  }

  /**
   * Whether a file was written with the settings with which it is read back. One that was not may
   * be as it should, and yet not be readable so.
   */
  boolean isWrittenSo(SliceAnswer answer) {
    return answer
        .writtenWith()
        .equals(
            entry
                .map(ExportIdentity::of)
                .map(ExportIdentity::writing)
                .orElseGet(ExportIdentity::plainWriting));
  }
}
