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
 * An export whose files are looked at. Immutable.
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

  /** Whether a sync asks again for what it has lost. */
  boolean isAskedFor() {
    return entry.isPresent();
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
