package dev.vidiexport.domain.verify;

import java.util.List;

/**
 * What a verification found. Immutable.
 *
 * @param files how many files, or slices of tables, the ledger lists that were looked at
 * @param bytes how large the files are, by the ledger; 0 for tables
 * @param rows how many rows were read back, and are as the ledger has them
 * @param findings by export, what is listed before what is foreign, and by window
 * @param unreadable what could not be looked at
 * @param unreadRows why rows could not be read back, as whole sentences
 */
public record VerifyReport(
    long files,
    long bytes,
    long rows,
    List<VerifyFinding> findings,
    List<UnreadablePlace> unreadable,
    List<String> unreadRows) {
  public VerifyReport {
    findings = List.copyOf(findings);
    unreadable = List.copyOf(unreadable);
    unreadRows = List.copyOf(unreadRows);
  }

  /** The findings of a kind, in their order. */
  public List<VerifyFinding> of(FindingKind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }
}
