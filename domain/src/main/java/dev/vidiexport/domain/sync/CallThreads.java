package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.port.Pacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls on threads of their own, and has what comes of them dealt with on one: that of
 * whoever awaits it. There are no more reports than calls under way, and two of each.
 */
final class CallThreads {
  /** A wait that goes on for longer begins once more. */
  private static final Duration STEP = Duration.ofMinutes(1);

  private final CallExecutor callers;
  private final Pacer time;
  private final BlockingQueue<Runnable> reports = new LinkedBlockingQueue<>();
  private int underWay;

  /**
   * Threads without calls.
   *
   * @param time passes when nothing is awaited but time
   */
  CallThreads(CallExecutor callers, Pacer time) {
    this.callers = callers;
    this.time = time;
  }

  /**
   * Makes a call; from the thread that awaits.
   *
   * @param then deals with what the call brought, on the thread that awaits
   */
  <T> void begin(Supplier<T> call, Consumer<T> then) {
    callers.begin(() -> reports.add(ended(outcome(call, then))));
    // Where there was no thread for it, nobody must wait for its end.
    underWay++;
  }

  private static <T> Runnable outcome(Supplier<T> call, Consumer<T> then) {
    try {
      T result = call.get();
      return () -> then.accept(result);
    } catch (RuntimeException | Error defect) {
      return () -> {
        throw defect;
      };
    }
  }

  private Runnable ended(Runnable outcome) {
    return () -> {
      underWay--;
      outcome.run();
    };
  }

  /** Has something dealt with on the thread that awaits. From any thread. */
  void report(Runnable event) {
    reports.add(event);
  }

  /** Whether a call has not come to its end, or has not been dealt with. */
  boolean areCalling() {
    return underWay > 0;
  }

  /**
   * Deals with what has been reported.
   *
   * @return whether anything was
   * @throws ExportException what a report throws: it has been dealt with then, and those after it
   *     have not
   */
  boolean dealWithReports() {
    return dealWith(reports.poll());
  }

  private boolean dealWith(@Nullable Runnable first) {
    @Nullable Runnable report = first;
    while (report != null) {
      report.run();
      report = reports.poll();
    }
    return first != null;
  }

  /**
   * Waits for a report, and deals with all that have come then.
   *
   * @param most how long to wait; positive
   * @throws ExportException {@code CANCELLED} when the thread is told to end, and as in {@link
   *     #dealWithReports}
   */
  void await(Duration most) {
    if (underWay == 0) {
      time.pause(most);
      requireNotTold();
      return;
    }
    try {
      dealWith(callers.await(reports, most));
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      requireNotTold();
    }
  }

  private static void requireNotTold() {
    if (Thread.currentThread().isInterrupted()) {
      throw ExportException.cancelled();
    }
  }

  /**
   * Waits until no call is under way, and deals with all that is reported until then, also when the
   * thread is told to end, and whatever a report throws.
   *
   * @return what reports threw, in order
   */
  List<Throwable> awaitAll() {
    List<Throwable> thrown = new ArrayList<>();
    boolean isTold = false;
    while (areCalling()) {
      try {
        dealWith(callers.await(reports, STEP));
      } catch (InterruptedException told) {
        isTold = true;
      } catch (RuntimeException | Error failure) {
        thrown.add(failure);
      }
    }
    if (isTold) {
      Thread.currentThread().interrupt();
    }
    return thrown;
  }
}
