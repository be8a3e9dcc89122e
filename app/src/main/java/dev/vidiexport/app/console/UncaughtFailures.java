package dev.vidiexport.app.console;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.OutOfMemory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * What to do when a thread ends by something that nobody caught. The JVM would print where it came
 * from and go on; whoever waits for such a thread would then wait until its time is over. Too
 * little memory ends the process; anything else is told in a line. Thread-safe.
 */
final class UncaughtFailures implements Thread.UncaughtExceptionHandler {
  private final UserMessages messages;
  private final IntConsumer ending;
  private final AtomicBoolean ends = new AtomicBoolean();

  /**
   * Handles them.
   *
   * @param ending cleans up and ends the process with an exit code; called at most once
   */
  UncaughtFailures(UserMessages messages, IntConsumer ending) {
    this.messages = messages;
    this.ending = ending;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    Optional<ExportException> outOfMemory = OutOfMemory.in(failure);
    if (outOfMemory.isEmpty()) {
      messages.warn(
          "The thread \"%s\" ended in an unexpected way: %s."
              .formatted(thread.getName(), failure.getClass().getName()),
          Optional.of(failure));
    } else if (ends.compareAndSet(false, true)) {
      messages.error(CommandLineAdvice.told(outOfMemory.orElseThrow().failure()), failure);
      ending.accept(ExitCode.DEFECT);
    }
  }
}
