package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.LedgerReader;
import java.util.List;
import java.util.Optional;

/**
 * With what the rows of an export are read back. Immutable.
 *
 * @param columns those that the ledger has; at least one
 */
record RowSettings(VerifiedExport export, FileFormat format, List<NumberedColumn> columns) {
  RowSettings {
    columns = List.copyOf(columns);
  }

  /**
   * As the ledger knows the export now; empty as long as it has no file. The format may have an
   * obstacle.
   */
  static Optional<RowSettings> of(VerifiedExport export, LedgerReader ledger) {
    return ledger.exports().stream()
        .filter(known -> known.name().equals(export.name()))
        .findFirst()
        .flatMap(known -> of(export, known));
  }

  private static Optional<RowSettings> of(VerifiedExport export, LedgerExport known) {
    return known.columns().isEmpty()
        ? Optional.empty()
        : export.format(known).map(format -> new RowSettings(export, format, known.columns()));
  }

  boolean areOf(SliceAnswer answer) {
    return export.isWrittenSo(answer);
  }
}
