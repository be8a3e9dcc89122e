package dev.vidiexport.domain.export;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.request.TimeResolution;
import dev.vidiexport.domain.text.NumberText;

/** How many rows the service puts into one export (VidiCenter data export, Limits). */
final class RowLimit {
  private RowLimit() {}

  /** Throws when an export is so long that its end was probably cut off. */
  static void check(long rows, TimeResolution resolution) {
    long limit = resolution.rowLimit();
    if (rows >= limit) {
      throw new ExportException(
          FailureReason.ROW_LIMIT_REACHED,
          ("VidiCenter sent %s rows, and puts no more than %s into one export: the rest is probably"
                  + " cut off.")
              .formatted(NumberText.of(rows), NumberText.of(limit)));
    }
  }
}
