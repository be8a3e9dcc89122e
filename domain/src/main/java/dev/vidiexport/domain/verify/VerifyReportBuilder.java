package dev.vidiexport.domain.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found. Its memory grows with that. For one thread. */
final class VerifyReportBuilder {
  private final List<VerifyFinding> findings = new ArrayList<>();
  private final List<UnreadablePlace> unreadable = new ArrayList<>();
  private final List<String> unreadRows = new ArrayList<>();
  private long files;
  private long bytes;
  private long rows;

  void addFile(long itsBytes) {
    files++;
    bytes += itsBytes;
  }

  void addRows(long more) {
    rows += more;
  }

  void add(VerifyFinding finding) {
    findings.add(finding);
  }

  void addUnreadable(String path, String reason) {
    unreadable.add(new UnreadablePlace(path, reason));
  }

  void addUnreadRows(String reason) {
    unreadRows.add(reason);
  }

  VerifyReport build() {
    return new VerifyReport(files, bytes, rows, findings, unreadable, unreadRows);
  }
}
