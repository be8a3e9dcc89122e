package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.Ledger;
import java.util.LinkedHashSet;
import java.util.Set;

/** Has what differs fetched again by the next sync. */
public final class LostSlices {
  private LostSlices() {}

  /**
   * Marks slices as missing whose file or rows are not what the ledger has of them, unless nothing
   * would ask for them again: what is known of those stays, so that a file can be put back. No file
   * and no table is touched.
   *
   * @param ledger of a target that is held since before the verification, so that it still says
   *     what the report is about
   * @return how many were marked
   */
  public static int mark(Ledger ledger, VerifyReport report) {
    Set<SliceKey> lost = new LinkedHashSet<>();
    report.findings().forEach(finding -> finding.lost().ifPresent(lost::add));
    lost.forEach(ledger::noteLost);
    return lost.size();
  }
}
