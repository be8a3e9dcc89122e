package dev.vidiexport.app.export;

import dev.vidiexport.app.console.UserMessages;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.port.Pacer;
import dev.vidiexport.domain.watchdog.DaemonThreads;
import dev.vidiexport.domain.watchdog.SlowCallTimer;
import dev.vidiexport.domain.watchdog.WatchedThread;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a check that may hang: it runs on a thread of its own, and nobody waits for it longer
 * than the run may last. Immutable, thread-safe.
 *
 * @param name what messages call the format that checks
 * @param deadline how long the run may last, from the pacer's beginning
 * @param pacer the clock of the run
 * @param cancelled whether the run was told to end
 * @param messages is told once of a check that takes long
 */
public record TimeLimitedCheck(
    String name, Duration deadline, Pacer pacer, BooleanSupplier cancelled, UserMessages messages) {
  private static final ThreadFactory THREADS = DaemonThreads.named("vidiexport-check");
  private static final String DOING = "is still checking whether it can work here";

  /** A check with an answer. */
  @FunctionalInterface
  interface Check<T> {
    T make() throws IOException;
  }

  /**
   * Makes a check, and waits for it.
   *
   * @throws IOException what the check throws
   * @throws ExportException {@code TIME_OVER} or {@code CANCELLED}, when the run must end before
   *     the answer has come
   */
  <T> T call(Check<T> check) throws IOException {
    FutureTask<T> answer = new FutureTask<>(check::make);
    WatchedThread thread = new WatchedThread(THREADS);
    SlowCallTimer timer = new SlowCallTimer(pacer::elapsed);
    try {
      thread.call(
          answer::run,
          () -> {
            requireTime(thread);
            timer.overdue().ifPresent(this::tell);
          });
      return answer.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw ExportException.cancelled(interrupted);
    } catch (ExecutionException failed) {
      throw thrown(failed.getCause());
    } finally {
      thread.end();
    }
  }

  private void tell(Duration lasts) {
    messages.note("%s %s, for %s so far".formatted(name, DOING, DurationText.of(lasts)));
  }

  private static IOException thrown(@Nullable Throwable cause) {
    if (cause instanceof IOException refused) {
      return refused;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw cause instanceof RuntimeException defect ? defect : new IllegalStateException(cause);
  }

  private void requireTime(WatchedThread thread) {
    if (cancelled.getAsBoolean()) {
      throw ExportException.cancelled(giveUp(thread));
    }
    if (pacer.elapsed().compareTo(deadline) >= 0) {
      throw new ExportException(
          FailureReason.FORMAT_STILL_CHECKING,
          ("Gave up after %s: %s was still checking whether it can work here. No call was made to"
                  + " VidiCenter.")
              .formatted(DurationText.of(pacer.elapsed()), name),
          giveUp(thread));
    }
  }

  /** Where it is must be seen first: an interrupt may let it go on. */
  private static Throwable giveUp(WatchedThread thread) {
    Throwable where = thread.whereItIs("the format");
    thread.interrupt();
    return where;
  }
}
