package dev.vidiexport.app.console;

import dev.vidiexport.domain.watchdog.DaemonThreads;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Makes sure that only this program ends its process with success: a plugin that calls {@code
 * System.exit} would end a command with the exit code of its choice, before the work is done. A
 * signal that came before anybody watched for signals ends the process as usual, but not while
 * something is being done that has to be cleaned up. There is one process, so there is one of it.
 * Thread-safe.
 */
public final class ProcessExitGuard {
  /** The loaders that the JDK's classes and those of this program have. */
  private static final Set<String> NOT_OF_PLUGINS = Set.of("app", "platform");

  /** What cleaning up may take. */
  private static final long CLEANING_MILLIS = 1_000;

  /** What cancelling may take at most; who cancels has a shorter limit of its own. */
  private static final long CANCELLING_MILLIS = 5_000;

  /** How the JDK calls the thread that ends the process at SIGINT. */
  private static final String END_BY_INTERRUPT = "SIGINT handler";

  private static final CountDownLatch MEANT = new CountDownLatch(1);
  private static volatile Optional<IntConsumer> atEarlierSignal = Optional.empty();
  private static volatile IntConsumer cleaning = exitCode -> {};

  private ProcessExitGuard() {}

  /** Begins to watch. */
  public static void watch(UserMessages messages) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> requireMeant(messages), "vidiexport-process-end"));
    Thread.setDefaultUncaughtExceptionHandler(
        new UncaughtFailures(messages, ProcessExitGuard::cleanUpAndHalt));
  }

  /** This program is about to end the process itself. */
  public static void isMeant() {
    MEANT.countDown();
  }

  /**
   * Says what to clean up when somebody else ends the process.
   *
   * @param cleaning takes the exit code; called at most once, from another thread, and given a
   *     second
   */
  public static void cleansUp(IntConsumer cleaning) {
    ProcessExitGuard.cleaning = cleaning;
  }

  /**
   * Says what to do when a signal ends the process that came before anybody watched for signals.
   * The end waits until it {@linkplain #isMeant is meant}, for some seconds at most. When the end
   * has begun already, this does not return: nothing may begin any more.
   *
   * @param cancelling takes the exit code; called at most once, from another thread
   */
  public static void atEarlierSignal(IntConsumer cancelling) {
    atEarlierSignal = Optional.of(cancelling);
    // From here on either the end sees who cancels, or this sees that the end has begun.
    if (hasBegun()) {
      isMeant();
      await(new CountDownLatch(1));
      Runtime.getRuntime().halt(ExitCode.TERMINATED);
    }
  }

  private static boolean hasBegun() {
    try {
      // There is nothing to remove: this is how the JDK tells.
      Runtime.getRuntime().removeShutdownHook(new Thread());
      return false;
    } catch (IllegalStateException begun) {
      return true;
    }
  }

  private static void requireMeant(UserMessages messages) {
    if (MEANT.getCount() == 0) {
      return;
    }
    Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
    foreignExit(threads).ifPresent(exit -> end(messages, exit));
    atEarlierSignal.ifPresent(
        cancelling -> {
          cancelling.accept(signalCode(threads.keySet()));
          await(MEANT);
        });
  }

  private static int signalCode(Set<Thread> threads) {
    return threads.stream().anyMatch(thread -> thread.getName().equals(END_BY_INTERRUPT))
        ? ExitCode.INTERRUPTED
        : ExitCode.TERMINATED;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(CANCELLING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who waits in {@code exit} for the process to end; empty when a signal ends it. */
  static Optional<StackTraceElement[]> foreignExit(Map<Thread, StackTraceElement[]> threads) {
    return threads.values().stream()
        .filter(frames -> Stream.of(frames).anyMatch(ProcessExitGuard::isExit))
        .findFirst();
  }

  private static boolean isExit(StackTraceElement frame) {
    return frame.getClassName().equals("java.lang.Runtime") && frame.getMethodName().equals("exit");
  }

  /** The name of the plugin whose code called; it may have done so through the JDK alone. */
  static String culprit(StackTraceElement[] frames) {
    return Stream.of(frames)
        .map(StackTraceElement::getClassLoaderName)
        .filter(Objects::nonNull)
        .filter(name -> !NOT_OF_PLUGINS.contains(name))
        .findFirst()
        .map(name -> "The plugin " + name)
        .orElse("A plugin");
  }

  private static void end(UserMessages messages, StackTraceElement[] frames) {
    IllegalStateException where = new IllegalStateException("This is where the process was ended");
    where.setStackTrace(frames);
    messages.error(
        culprit(frames)
            + " ended the process before the command was done. Report it to its developer, and do"
            + " without the plugin until then.",
        where,
        ExitCode.OUTPUT);
    cleanUpAndHalt(ExitCode.OUTPUT);
  }

  private static void cleanUpAndHalt(int exitCode) {
    Thread cleaner =
        DaemonThreads.named("vidiexport-cleaning").newThread(() -> cleaning.accept(exitCode));
    cleaner.start();
    try {
      cleaner.join(CLEANING_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
