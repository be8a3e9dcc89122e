package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.ExportException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes on at the moment, so that it can be ended from another thread. Thread-safe. */
final class CancellableStep {
  private boolean cancelled;
  private @Nullable Runnable ending;

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
      end();
    }
  }

  private synchronized void begin(Runnable next) {
    if (cancelled) {
      throw ExportException.cancelled();
    }
    ending = next;
  }

  private synchronized void end() {
    ending = null;
  }

  /** Ends what goes on, and everything that would follow. May be called more than once. */
  synchronized void cancel() {
    boolean isFirst = !cancelled;
    cancelled = true;
    if (isFirst && ending != null) {
      ending.run();
    }
  }
}
