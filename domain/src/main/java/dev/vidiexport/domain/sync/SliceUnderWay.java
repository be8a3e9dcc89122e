package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.export.CallResult;
import dev.vidiexport.domain.export.ExportOutcome;
import dev.vidiexport.domain.export.ScheduledExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.polling.CallKind;
import dev.vidiexport.domain.polling.LimitReached;
import java.util.Optional;

/** A slice that is asked for. For one thread at a time. */
final class SliceUnderWay implements AutoCloseable {
  private final PlannedSlice slice;
  private final SliceDestination destination;
  private final ScheduledExport export;
  private final Runnable ending;
  private int countedCalls;

  /** Owns the destination. */
  SliceUnderWay(PlannedSlice slice, SliceDestination destination, ScheduledExport export) {
    this.slice = slice;
    this.destination = destination;
    this.export = export;
    this.ending = export::cancel;
  }

  PlannedSlice slice() {
    return slice;
  }

  SliceKey key() {
    return slice.key();
  }

  Optional<LimitReached> reserve(CallKind kind, int spareCalls) {
    return export.reserve(kind, spareCalls);
  }

  boolean isTimeOver() {
    return export.isTimeOver();
  }

  CallResult call(CallKind kind) {
    return export.call(kind);
  }

  /** What came of it, once its export has ended. */
  SliceResult result(ExportOutcome outcome) {
    return outcome
        .failure()
        .<SliceResult>map(SliceResult.Unanswered::new)
        .orElseGet(destination::result);
  }

  /** How many calls were made since this was asked last. */
  int takeCalls() {
    int calls = export.receipt().calls();
    int taken = calls - countedCalls;
    countedCalls = calls;
    return taken;
  }

  /** What ends it soon, whatever it is doing, from any thread; always the same object. */
  Runnable ending() {
    return ending;
  }

  /** Gives up all that was kept for it. */
  @Override
  public void close() {
    export.end();
    destination.close();
  }
}
