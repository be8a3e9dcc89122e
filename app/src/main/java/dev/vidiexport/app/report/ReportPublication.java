package dev.vidiexport.app.report;

import dev.vidiexport.app.staging.AtomicFile;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import java.util.Optional;

/** Puts a page in its place, and a workbook with it: both or none. */
final class ReportPublication {
  private final ReportOutput output;
  private final AtomicFile page;
  private final Optional<AtomicFile> workbook;

  ReportPublication(ReportOutput output) {
    this.output = output;
    page = AtomicFile.of(output.page());
    workbook = output.workbook().map(AtomicFile::of);
  }

  /**
   * Finds out, before anything is read, whether both can be written.
   *
   * @throws ExportException when one cannot, or is there already
   */
  void check() {
    if (output.workbook().filter(page::isNamedBy).isPresent()) {
      throw new ExportException(
          FailureReason.OUTPUT_UNUSABLE,
          "The page and the workbook of the report would be the same file.");
    }
    check(page);
    workbook.ifPresent(this::check);
  }

  private void check(AtomicFile file) {
    if (output.overwrite()) {
      file.check();
    } else {
      file.checkAbsent();
    }
  }

  /**
   * Publishes.
   *
   * @param workbookBytes there where a workbook is wanted
   * @throws ExportException when one of them could not be written; both are as they were then
   */
  void publish(byte[] pageBytes, Optional<byte[]> workbookBytes) {
    if (workbook.isPresent()) {
      workbook
          .get()
          .writeBefore(workbookBytes.orElseThrow(), output.overwrite(), () -> publish(pageBytes));
    } else {
      publish(pageBytes);
    }
  }

  private void publish(byte[] pageBytes) {
    if (output.overwrite()) {
      page.replace(pageBytes);
    } else {
      page.create(pageBytes);
    }
  }
}
