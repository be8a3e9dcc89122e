package dev.vidiexport.app.plugins;

import java.io.IOException;

/**
 * Runs code of a plugin the way it expects: with its own classes as the thread's context class
 * loader, by which JDBC, {@code ServiceLoader} and many libraries find things. The thread's own is
 * there again afterwards. Immutable, thread-safe.
 *
 * @param classes the plugin's classes
 */
record PluginInvoker(ClassLoader classes) {
  /** Something that a plugin does. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** Runs it, and lets through whatever it throws. */
  <T, E extends Exception> T run(Work<T, E> work) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Runs a part of an export.
   *
   * @throws IOException what the work throws; also, as a clause whose subject is the plugin, when
   *     its classes do not fit together, or one is missing
   */
  <T> T export(Work<T, IOException> work) throws IOException {
    try {
      return run(work);
    } catch (NoClassDefFoundError
        | IncompatibleClassChangeError
        | UnsupportedClassVersionError unfit) {
      throw new IOException(
          PluginFailureReason.of(unfit) + ". Ask its developer for a complete one.", unfit);
    }
  }
}
