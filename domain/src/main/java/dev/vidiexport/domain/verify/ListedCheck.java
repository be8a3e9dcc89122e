package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.text.NumberText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at what stands of the listed slices of an export, some at a time. For one thread, which has
 * others.
 */
final class ListedCheck {
  /** So many slices are handed out at most, so that no thread has to wait for the next. */
  private static final int MOST_PENDING = 64;

  private static final long TELL_AFTER_SECONDS = 1;

  private final ListedWalk walk;
  private final SliceExamination examination;
  private final CloserLook closer;
  private final ExecutorService threads;
  private final VerifyMeter meter;
  private final VerifyReportBuilder report;
  private final Queue<Pending> pending = new ArrayDeque<>();
  private long unclearFiles;
  private long unclearSlices;

  ListedCheck(
      ListedWalk walk,
      SliceExamination examination,
      CloserLook closer,
      ExecutorService threads,
      VerifyMeter meter,
      VerifyReportBuilder report) {
    this.walk = walk;
    this.examination = examination;
    this.closer = closer;
    this.threads = threads;
    this.meter = meter;
    this.report = report;
  }

  private record Pending(SliceRecord slice, Future<ExaminedSlice> examined) {}

  /**
   * Looks at all slices of an export that have rows and are selected.
   *
   * @param rows with what to read rows back; empty where they are not to be read
   */
  void check(VerifiedExport export, Optional<RowSettings> rows) {
    unclearFiles = 0;
    unclearSlices = 0;
    walk.show(
        export,
        slice -> {
          SliceKey key = slice.key();
          SliceAnswer answer = slice.answer().orElseThrow();
          pending.add(
              new Pending(slice, threads.submit(() -> examination.examine(key, answer, rows))));
          if (pending.size() >= MOST_PENDING) {
            finish(export, pending.remove());
          }
        });
    while (!pending.isEmpty()) {
      finish(export, pending.remove());
    }
    tellUnclear(export.name());
  }

  private void tellUnclear(String export) {
    if (unclearFiles > 0) {
      report.addUnreadRows(
          ("The rows of %s of %s could not be read back, because the export's columns or"
                  + " sink_options have been changed since.")
              .formatted(NumberText.counted(unclearFiles, "file"), export));
    }
    if (unclearSlices > 0) {
      report.addUnreadRows(
          ("The rows of %s of %s could not be compared, because the export's columns have been"
                  + " changed since.")
              .formatted(NumberText.counted(unclearSlices, "slice"), export));
    }
  }

  private void finish(VerifiedExport export, Pending next) {
    Optional<PublishedFile> file = next.slice().answer().flatMap(SliceAnswer::file);
    report.addFile(file.map(PublishedFile::bytes).orElse(0L));
    try {
      ExaminedSlice found = await(next.examined());
      if (found.isGood()) {
        count(found.rows(), file.isPresent());
      } else {
        closer.at(export, next.slice().key());
      }
    } catch (IOException perhapsReplaced) {
      closer.at(export, next.slice().key());
    }
    meter.onFile();
  }

  private void count(RowCheck rows, boolean isFile) {
    if (rows instanceof RowCheck.Same same) {
      report.addRows(same.rows());
    } else if (rows instanceof RowCheck.Unclear && isFile) {
      unclearFiles++;
    } else if (rows instanceof RowCheck.Unclear) {
      unclearSlices++;
    }
  }

  private ExaminedSlice await(Future<ExaminedSlice> examined) throws IOException {
    while (true) {
      try {
        return examined.get(TELL_AFTER_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException large) {
        meter.requireGoing();
        meter.tell();
      } catch (ExecutionException failure) {
        throw thrown(failure);
      } catch (InterruptedException told) {
        Thread.currentThread().interrupt();
        throw ExportException.cancelled(told);
      }
    }
  }

  private static IOException thrown(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof IOException unreadable) {
      return unreadable;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw cause instanceof RuntimeException runtime ? runtime : ExportException.defect(failure);
  }
}
