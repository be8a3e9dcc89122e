package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.ExportException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What goes on at the moment, so that all of it can be ended from another thread. Thread-safe. */
final class CancellableSteps {
  private final Set<Runnable> endings = new LinkedHashSet<>();
  private boolean cancelled;

  /**
   * Does something that may take long.
   *
   * @param ending ends it soon; called from another thread, at most once
   * @throws ExportException {@code CANCELLED} when it must not begin any more
   */
  <T> T run(Runnable ending, Supplier<T> step) {
    begin(ending);
    try {
      return step.get();
    } finally {
      end(ending);
    }
  }

  /**
   * Something goes on until {@link #end}.
   *
   * @param ending ends it soon; called from another thread, at most once
   * @throws ExportException {@code CANCELLED} when it must not begin any more
   */
  synchronized void begin(Runnable ending) {
    requireGoingOn();
    endings.add(ending);
  }

  /** It does not go on any more; nothing happens when it did not. */
  synchronized void end(Runnable ending) {
    endings.remove(ending);
  }

  /**
   * Returns when nobody has ended everything.
   *
   * @throws ExportException {@code CANCELLED} otherwise
   */
  synchronized void requireGoingOn() {
    if (cancelled) {
      throw ExportException.cancelled();
    }
  }

  /** Ends what goes on, and everything that would follow. May be called more than once. */
  void cancel() {
    cancelled().forEach(Runnable::run);
  }

  /** An ending may take a moment, in which others may end by themselves. */
  private synchronized List<Runnable> cancelled() {
    List<Runnable> all = cancelled ? List.of() : List.copyOf(endings);
    cancelled = true;
    return all;
  }
}
