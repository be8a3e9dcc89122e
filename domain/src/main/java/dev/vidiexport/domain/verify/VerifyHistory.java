package dev.vidiexport.domain.verify;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.ForeignPlaces;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.StandingFolders;
import dev.vidiexport.domain.port.StandingSlices;
import dev.vidiexport.domain.port.StandingTables;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares what stands of a history, files or rows of tables, with its ledger, and changes neither.
 * A sync may go on meanwhile.
 *
 * <p>Memory grows with what differs, and with the slices and files of one window; not with the
 * history.
 */
public final class VerifyHistory {
  private final LedgerReader ledger;
  private final StandingSlices slices;
  private final ForeignPlaces places;
  private final ThreadFactory threads;
  private final VerifySettings settings;
  private final VerifyMeter meter;
  private final VerifyReportBuilder report = new VerifyReportBuilder();

  /**
   * A verification, which runs once.
   *
   * @param ledger used by the thread that runs this alone
   * @param slices used by the threads that read, too
   * @param places of the same target, used by the thread that runs this alone
   * @param pacer time since the beginning
   * @param threads for those who read; they end with the run, or soon after
   * @param listener is called by the thread that runs this alone
   */
  public VerifyHistory(
      LedgerReader ledger,
      StandingSlices slices,
      ForeignPlaces places,
      Pacer pacer,
      ThreadFactory threads,
      VerifyListener listener,
      VerifySettings settings) {
    this.ledger = requireNonNull(ledger, "ledger must not be null");
    this.slices = requireNonNull(slices, "slices must not be null");
    this.places = requireNonNull(places, "places must not be null");
    this.threads = requireNonNull(threads, "threads must not be null");
    this.settings = requireNonNull(settings, "settings must not be null");
    this.meter = new VerifyMeter(pacer, listener);
  }

  /**
   * Looks at everything that is selected.
   *
   * @throws dev.vidiexport.domain.failure.ExportException {@code CANCELLED} when it was told to
   *     end, and what the ledger throws
   */
  public VerifyReport run() {
    ListedWalk walk = new ListedWalk(ledger, slices, settings, meter);
    measure(walk);
    ExecutorService readers = Executors.newFixedThreadPool(settings.threads(), threads);
    try {
      SliceExamination examination = new SliceExamination(slices, meter);
      CloserLook closer = new CloserLook(ledger, slices, examination, report, this::rows);
      ListedCheck listed = new ListedCheck(walk, examination, closer, readers, meter, report);
      ForeignSearch foreign = foreign();
      for (VerifiedExport export : settings.exports()) {
        tellObstacle(export);
        listed.check(export, rows(export));
        foreign.search(export);
      }
      return report.build();
    } finally {
      // Where it ends early, nothing that is handed out needs to be done any more.
      meter.cancel();
      readers.shutdown();
    }
  }

  private ForeignSearch foreign() {
    return places instanceof StandingTables tables
        ? new ForeignRows(ledger, tables, settings, meter, report)
        : new ForeignFiles(ledger, (StandingFolders) places, settings, meter, report);
  }

  /** So that anybody can say how long it will take. */
  private void measure(ListedWalk walk) {
    AtomicLong count = new AtomicLong();
    AtomicLong bytes = new AtomicLong();
    for (VerifiedExport export : settings.exports()) {
      walk.show(
          export,
          slice -> {
            count.incrementAndGet();
            bytes.addAndGet(
                slice.answer().flatMap(SliceAnswer::file).map(PublishedFile::bytes).orElse(0L));
          });
    }
    meter.begin(count.get(), bytes.get());
  }

  private Optional<RowSettings> rows(VerifiedExport export) {
    return settings.withRows()
        ? RowSettings.of(export, ledger).filter(some -> slices.obstacle(some.format()).isEmpty())
        : Optional.empty();
  }

  private void tellObstacle(VerifiedExport export) {
    if (settings.withRows()) {
      RowSettings.of(export, ledger)
          .flatMap(some -> slices.obstacle(some.format()))
          .ifPresent(obstacle -> report.addUnreadRows(export.name() + ": " + obstacle));
    }
  }

  /** Ends it soon, as {@code CANCELLED}. From any thread; may be called more than once. */
  public void cancel() {
    meter.cancel();
  }
}
