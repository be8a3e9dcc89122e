package dev.vidiexport.app.console;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to it that nobody but this program ends its process well: a plugin that calls {@code
 * System.exit} would end a command with the exit code of its choice, before the work is done.
 * Signals end the process as ever. It is about the process, so there is one of it. Thread-safe.
 */
public final class ProcessEnd {
  /** The loaders that the JDK's classes and those of this program have. */
  private static final Set<String> NOT_OF_PLUGINS = Set.of("app", "platform");

  /** What cleaning up may take. */
  private static final long CLEANING_MILLIS = 1_000;

  private static volatile boolean meant;
  private static volatile Runnable cleaning = () -> {};

  private ProcessEnd() {}

  /** Begins to watch. */
  public static void watch(Talk talk) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> requireMeant(talk), "vidiexport-process-end"));
  }

  /** This program is about to end the process itself. */
  public static void isMeant() {
    meant = true;
  }

  /**
   * Says what to clean up when somebody else ends the process.
   *
   * @param cleaning called at most once, from another thread, and given a second
   */
  public static void cleansUp(Runnable cleaning) {
    ProcessEnd.cleaning = cleaning;
  }

  private static void requireMeant(Talk talk) {
    if (!meant) {
      foreignExit(Thread.getAllStackTraces()).ifPresent(exit -> end(talk, exit));
    }
  }

  /** Who waits in {@code exit} for the process to end; empty when a signal ends it. */
  static Optional<StackTraceElement[]> foreignExit(Map<Thread, StackTraceElement[]> threads) {
    return threads.values().stream()
        .filter(frames -> Stream.of(frames).anyMatch(ProcessEnd::isExit))
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

  private static void end(Talk talk, StackTraceElement[] frames) {
    IllegalStateException where = new IllegalStateException("This is where the process was ended");
    where.setStackTrace(frames);
    talk.error(
        culprit(frames)
            + " ended the process before the command was done. Report it to its maker, and do"
            + " without the plugin until then.",
        where);
    Thread cleaner = new Thread(cleaning, "vidiexport-cleaning");
    cleaner.setDaemon(true);
    cleaner.start();
    try {
      cleaner.join(CLEANING_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.OUTPUT);
  }
}
