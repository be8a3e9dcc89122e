package dev.vidiexport.app.export;

import dev.vidiexport.domain.enrichment.ColumnDictionary;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.table.Schema;

/** What the columns of an output mean, where somebody wants to have it in a file. */
final class OutputDictionary {
  private final ExportSettings settings;

  OutputDictionary(ExportSettings settings) {
    this.settings = settings;
  }

  /**
   * Finds out whether its file can be written.
   *
   * @throws ExportException when it cannot, is there already, or is the output itself
   */
  void check() {
    settings.dictionaryFile().ifPresent(this::check);
  }

  private void check(DictionaryFile file) {
    if (settings.isOutput(file::isNamedBy)) {
      throw new ExportException(
          FailureReason.RECEIPT_IS_OUTPUT, "--dictionary and --output lead to the same file.");
    }
    file.check();
  }

  /**
   * Writes its file, if there is to be one.
   *
   * @param columns those of the output
   * @throws ExportException when it could not be written
   */
  void write(Schema columns) {
    settings
        .dictionaryFile()
        .ifPresent(file -> file.write(columns, new ColumnDictionary(settings.additions())));
  }
}
