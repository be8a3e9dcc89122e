package dev.vidiexport.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.domain.export.ExportReceipt;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.Optional;

/** Writes the receipt of an export where the user wants one. */
final class ReceiptOutput {
  private final ExportSettings settings;
  private final UserMessages messages;
  private final Optional<AtomicFile> file;

  ReceiptOutput(ExportSettings settings, UserMessages messages) {
    this.settings = settings;
    this.messages = messages;
    this.file = settings.receiptFile().map(AtomicFile::of);
  }

  /**
   * Finds out whether it can be written.
   *
   * @throws ExportException {@code RECEIPT_IS_OUTPUT}, or {@code OUTPUT_NOT_WRITTEN}, when not
   */
  void check() {
    file.ifPresent(this::check);
  }

  private void check(AtomicFile receipt) {
    if (settings.isOutput(receipt::isNamedBy)) {
      throw new ExportException(
          FailureReason.RECEIPT_IS_OUTPUT, "--report and --output lead to the same file.");
    }
    receipt.check();
  }

  /** The output is published by now, so the exit code stays: a lost receipt is only a warning. */
  void write(ExportReceipt receipt, int exitCode) {
    file.ifPresent(
        receiptFile -> {
          try {
            receiptFile.replace(ReceiptJson.json(settings, receipt, exitCode).getBytes(UTF_8));
          } catch (ExportException failure) {
            messages.warn(
                "The report could not be written: "
                    + CommandLineAdvice.toldOfReceipt(failure.failure()));
          }
        });
  }
}
