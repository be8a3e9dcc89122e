package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.port.StandingSlices.Standing;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.util.Optional;

/** Compares what stands of single slices with what the ledger has of them. Thread-safe. */
final class SliceExamination {
  private final StandingSlices slices;
  private final VerifyMeter meter;

  SliceExamination(StandingSlices slices, VerifyMeter meter) {
    this.slices = slices;
    this.meter = meter;
  }

  /**
   * Looks at what stands in the place of a slice.
   *
   * @param answer with rows
   * @param rows with what to read rows back; empty where they are not to be read
   * @throws IOException in whole sentences, when that cannot be found out
   */
  ExaminedSlice examine(SliceKey key, SliceAnswer answer, Optional<RowSettings> rows)
      throws IOException {
    meter.requireGoing();
    Standing standing = slices.look(key, answer, meter::onRead);
    boolean hasRows = standing == Standing.AS_LISTED || standing == Standing.OTHER;
    return new ExaminedSlice(
        standing,
        hasRows && rows.isPresent() ? rows(key, answer, rows.get()) : new RowCheck.NotRead());
  }

  /** Of what is not as it is listed, too: whether its rows are others is worth knowing. */
  private RowCheck rows(SliceKey key, SliceAnswer answer, RowSettings settings) {
    RowCheck found;
    try (FileRows rows = slices.rows(key, answer, settings.format(), settings.columns())) {
      found = compare(answer, rows);
    } catch (IOException unreadable) {
      found = new RowCheck.Other(String.valueOf(unreadable.getMessage()).replaceAll("\\.$", ""));
    }
    return found instanceof RowCheck.Other && !settings.areOf(answer)
        ? new RowCheck.Unclear()
        : found;
  }

  private RowCheck compare(SliceAnswer answer, FileRows rows) throws IOException {
    RowFingerprint fingerprint =
        RowFingerprint.ofKeys(
            rows.schema(), rows.columns().stream().map(NumberedColumn::key).toList());
    long count = 0;
    for (Optional<RowBatch> batch = rows.next(); batch.isPresent(); batch = rows.next()) {
      meter.requireGoing();
      fingerprint.add(batch.get());
      count += batch.get().rows();
    }
    if (count != answer.rows()) {
      return new RowCheck.Other(
          "%s, not %s".formatted(NumberText.counted(count, "row"), NumberText.of(answer.rows())));
    }
    return fingerprint.hex().equals(answer.fingerprint())
        ? new RowCheck.Same(count)
        : new RowCheck.Other("other values");
  }
}
