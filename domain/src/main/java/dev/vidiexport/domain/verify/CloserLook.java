package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.port.StandingSlices.Standing;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks again at slices that do not stand as the ledger listed them. A sync may have replaced them
 * meanwhile: it announces rows in the ledger before they get their place, and notes them
 * afterwards. So whatever the ledger says the same of before and after a look has not been touched
 * in between, but for what is announced. For one thread.
 */
final class CloserLook {
  /** Each further one needs another answer for the same slice in the same moment. */
  private static final int MOST_LOOKS = 20;

  private final LedgerReader ledger;
  private final StandingSlices slices;
  private final SliceExamination examination;
  private final VerifyReportBuilder report;
  private final Function<VerifiedExport, Optional<RowSettings>> rowSettings;

  /**
   * Looks that may follow.
   *
   * @param rowSettings gives, anew each time, with what rows are read back; empty where they are
   *     not to be read
   */
  CloserLook(
      LedgerReader ledger,
      StandingSlices slices,
      SliceExamination examination,
      VerifyReportBuilder report,
      Function<VerifiedExport, Optional<RowSettings>> rowSettings) {
    this.ledger = ledger;
    this.slices = slices;
    this.examination = examination;
    this.report = report;
    this.rowSettings = rowSettings;
  }

  /** What the ledger says of a slice at a moment, as far as its rows depend on it. */
  private record Listed(
      Optional<SliceAnswer> answer, boolean isRetired, Optional<Publication> announced) {}

  /** What a look found. */
  private sealed interface Look {
    record Good(long rows) implements Look {}

    record Unreadable(SliceAnswer listed, String reason) implements Look {}

    record Differs(SliceAnswer listed, ExaminedSlice found) implements Look {}
  }

  /** Tells what is wrong with what stands of a slice, if anything is. */
  void at(VerifiedExport export, SliceKey key) {
    Listed listed = listed(key);
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      Look look = look(export, key, listed);
      if (look instanceof Look.Good good) {
        report.addRows(good.rows());
        return;
      }
      Listed now = listed(key);
      if (now.equals(listed)) {
        tell(export, key, listed, look);
        return;
      }
      listed = now;
    }
  }

  /** What is announced first: otherwise it could be noted between the two, and not be seen. */
  private Listed listed(SliceKey key) {
    Optional<Publication> announced =
        ledger.publications().stream().filter(some -> some.key().equals(key)).findFirst();
    Optional<SliceRecord> slice =
        ledger.slicesIn(key.export(), key.window()).stream()
            .filter(some -> some.key().equals(key))
            .findFirst();
    return new Listed(
        slice.flatMap(SliceRecord::answer),
        slice.filter(some -> some.state() == SliceState.RETIRED).isPresent(),
        announced);
  }

  private Look look(VerifiedExport export, SliceKey key, Listed listed) {
    Optional<SliceAnswer> withRows = listed.answer().filter(SliceAnswer::hasRows);
    if (withRows.isEmpty()) {
      return new Look.Good(0);
    }
    SliceAnswer answer = withRows.get();
    try {
      ExaminedSlice found = examination.examine(key, answer, rowSettings.apply(export));
      boolean isGood = found.isGood() || isAsAnnounced(listed.announced(), found);
      return isGood ? new Look.Good(rows(found)) : new Look.Differs(answer, found);
    } catch (IOException unreadable) {
      return new Look.Unreadable(answer, String.valueOf(unreadable.getMessage()));
    }
  }

  private static long rows(ExaminedSlice found) {
    return found.rows() instanceof RowCheck.Same same ? same.rows() : 0;
  }

  /** Until it is noted, either may stand there: the earlier rows, or what is announced. */
  private boolean isAsAnnounced(Optional<Publication> announced, ExaminedSlice found)
      throws IOException {
    if (announced.isEmpty()) {
      return false;
    }
    SliceKey key = announced.get().key();
    SliceAnswer next = announced.get().answer();
    return !next.hasRows()
        ? found.standing() == Standing.ABSENT
        : examination.examine(key, next, Optional.empty()).standing() == Standing.AS_LISTED;
  }

  private void tell(VerifiedExport export, SliceKey key, Listed listed, Look look) {
    if (look instanceof Look.Unreadable unreadable) {
      report.addUnreadable(slices.place(key, unreadable.listed()), unreadable.reason());
    } else if (look instanceof Look.Differs differs) {
      Optional<String> unasked = export.unasked(listed.isRetired());
      Optional<SliceKey> lost = unasked.isPresent() ? Optional.empty() : Optional.of(key);
      String place = slices.place(key, differs.listed());
      switch (differs.found().standing()) {
        case AS_LISTED -> {}
        case OTHER -> tell(FindingKind.CHANGED, place, unasked, lost);
        case NO_FILE ->
            tell(FindingKind.CHANGED, place, Optional.of("no file, move it away"), lost);
        case ABSENT -> tell(FindingKind.MISSING, place, unasked, lost);
      }
      if (differs.found().rows() instanceof RowCheck.Other other) {
        tell(FindingKind.ROWS_DIFFER, place, Optional.of(other.how()), lost);
      }
    }
  }

  private void tell(
      FindingKind kind, String place, Optional<String> remark, Optional<SliceKey> lost) {
    report.add(new VerifyFinding(kind, place, remark, lost));
  }
}
