package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.fingerprint.RowFingerprint;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.StandingFiles;
import dev.vidiexport.domain.port.StandingFiles.Standing;
import dev.vidiexport.domain.table.RowBatch;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.util.Optional;

/** Compares single files with what the ledger has of them. Thread-safe. */
final class SliceExamination {
  private final StandingFiles files;
  private final VerifyMeter meter;

  SliceExamination(StandingFiles files, VerifyMeter meter) {
    this.files = files;
    this.meter = meter;
  }

  /**
   * Looks at what stands in the place of a file.
   *
   * @param answer with a file
   * @param rows with what to read rows back; empty where they are not to be read
   * @throws IOException in whole sentences, when that cannot be found out
   */
  ExaminedFile examine(SliceAnswer answer, Optional<RowSettings> rows) throws IOException {
    meter.requireGoing();
    PublishedFile file = answer.file().orElseThrow();
    Standing standing = files.look(file, meter::onRead);
    boolean isFile = standing == Standing.AS_LISTED || standing == Standing.OTHER;
    return new ExaminedFile(
        standing,
        isFile && rows.isPresent() ? rows(answer, file, rows.get()) : new RowCheck.NotRead());
  }

  /** Of a file with other bytes, too: whether its rows are others is worth knowing. */
  private RowCheck rows(SliceAnswer answer, PublishedFile file, RowSettings settings) {
    RowCheck found;
    try (FileRows rows = files.rows(file, settings.format(), settings.columns())) {
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
