package dev.vidiexport.app.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a report goes. Immutable.
 *
 * @param page the text of {@code --output}
 * @param workbook that of {@code --xlsx}; empty for none
 * @param overwrite whether files that are there are replaced
 */
public record ReportOutput(String page, Optional<String> workbook, boolean overwrite) {
  public ReportOutput {
    requireNonNull(page, "page must not be null");
    requireNonNull(workbook, "workbook must not be null");
  }
}
