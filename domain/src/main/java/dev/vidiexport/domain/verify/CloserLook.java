package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.SliceState;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.StandingFiles.Standing;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks again at files that are not as the ledger listed them. A sync may have replaced them
 * meanwhile: it announces a file in the ledger before that gets its name, and notes it afterwards.
 * So whatever the ledger says the same of before and after a look has not been touched in between,
 * but for what is announced. For one thread.
 */
final class CloserLook {
  /** Each further one needs another answer for the same slice in the same moment. */
  private static final int MOST_LOOKS = 20;

  private final LedgerReader ledger;
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
      SliceExamination examination,
      VerifyReportBuilder report,
      Function<VerifiedExport, Optional<RowSettings>> rowSettings) {
    this.ledger = ledger;
    this.examination = examination;
    this.report = report;
    this.rowSettings = rowSettings;
  }

  /** What the ledger says of a slice at a moment, as far as its file depends on it. */
  private record Listed(
      Optional<SliceAnswer> answer, boolean isRetired, Optional<Publication> announced) {}

  /** What a look found. */
  private sealed interface Look {
    record Good(long rows) implements Look {}

    record Unreadable(PublishedFile file, String reason) implements Look {}

    record Differs(PublishedFile file, ExaminedFile found) implements Look {}
  }

  /** Tells what is wrong with the file of a slice, if anything is. */
  void at(VerifiedExport export, SliceKey key) {
    Listed listed = listed(key);
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      Look look = look(export, listed);
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

  private Look look(VerifiedExport export, Listed listed) {
    Optional<SliceAnswer> withRows = listed.answer().filter(SliceAnswer::hasRows);
    if (withRows.isEmpty()) {
      return new Look.Good(0);
    }
    SliceAnswer answer = withRows.get();
    PublishedFile file = answer.file().orElseThrow();
    try {
      ExaminedFile found = examination.examine(answer, rowSettings.apply(export));
      boolean isGood = found.isGood() || isAsAnnounced(listed.announced(), found);
      return isGood ? new Look.Good(rows(found)) : new Look.Differs(file, found);
    } catch (IOException unreadable) {
      return new Look.Unreadable(file, String.valueOf(unreadable.getMessage()));
    }
  }

  private static long rows(ExaminedFile found) {
    return found.rows() instanceof RowCheck.Same same ? same.rows() : 0;
  }

  /** Until it is noted, either may stand there: the earlier file, or what is announced. */
  private boolean isAsAnnounced(Optional<Publication> announced, ExaminedFile found)
      throws IOException {
    if (announced.isEmpty()) {
      return false;
    }
    SliceAnswer next = announced.get().answer();
    return !next.hasRows()
        ? found.standing() == Standing.ABSENT
        : examination.examine(next, Optional.empty()).standing() == Standing.AS_LISTED;
  }

  private void tell(VerifiedExport export, SliceKey key, Listed listed, Look look) {
    if (look instanceof Look.Unreadable unreadable) {
      report.addUnreadable(unreadable.file().path(), unreadable.reason());
    } else if (look instanceof Look.Differs differs) {
      Optional<String> unasked = unasked(export, listed);
      Optional<SliceKey> lost = unasked.isPresent() ? Optional.empty() : Optional.of(key);
      String path = differs.file().path();
      switch (differs.found().standing()) {
        case AS_LISTED -> {}
        case OTHER -> tell(FindingKind.CHANGED, path, unasked, lost);
        case NO_FILE -> tell(FindingKind.CHANGED, path, Optional.of("no file, move it away"), lost);
        case ABSENT -> tell(FindingKind.MISSING, path, unasked, lost);
      }
      if (differs.found().rows() instanceof RowCheck.Other other) {
        tell(FindingKind.ROWS_DIFFER, path, Optional.of(other.how()), lost);
      }
    }
  }

  private void tell(
      FindingKind kind, String path, Optional<String> remark, Optional<SliceKey> lost) {
    report.add(new VerifyFinding(kind, path, remark, lost));
  }

  /** Why nothing asks for the slice again. */
  private static Optional<String> unasked(VerifiedExport export, Listed listed) {
    if (!export.isAskedFor()) {
      return Optional.of("not in the project file, so nothing asks for it again");
    }
    return listed.isRetired()
        ? Optional.of("retired, so nothing asks for it again")
        : Optional.empty();
  }
}
