package dev.vidiexport.domain.sync;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.port.CallListener;
import dev.vidiexport.domain.port.DimensionStore;
import dev.vidiexport.domain.port.HistoryClock;
import dev.vidiexport.domain.port.Ledger;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.port.SliceStore;
import dev.vidiexport.domain.port.VidiCenterSession;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * What a sync needs from outside; whoever gives it closes it. Immutable.
 *
 * @param calls is told of every call
 * @param listed reads the rows back that the ledger lists
 * @param dimensions has what things are called
 * @param clock the time by which windows are over
 * @param pacers gives each slice, and each look at the topology, a time of its own that begins then
 * @param threads makes the threads that write
 * @param callers makes the calls
 */
public record SyncPorts(
    VidiCenterSession session,
    CallListener calls,
    Ledger ledger,
    SliceStore store,
    ListedSlices listed,
    DimensionStore dimensions,
    HistoryClock clock,
    Supplier<Pacer> pacers,
    ThreadFactory threads,
    CallExecutor callers) {
  public SyncPorts {
    requireNonNull(session, "session must not be null");
    requireNonNull(calls, "calls must not be null");
    requireNonNull(ledger, "ledger must not be null");
    requireNonNull(store, "store must not be null");
    requireNonNull(listed, "listed must not be null");
    requireNonNull(dimensions, "dimensions must not be null");
    requireNonNull(clock, "clock must not be null");
    requireNonNull(pacers, "pacers must not be null");
    requireNonNull(threads, "threads must not be null");
    requireNonNull(callers, "callers must not be null");
  }
}
