package dev.vidiexport.app.console;

/**
 * Something that goes on while the process may be told to end. Both methods are called from other
 * threads than the one it goes on in, each at most once.
 */
@FunctionalInterface
public interface InterruptibleRun {
  /** Ends the run soon. Returns at once, and throws nothing. */
  void cancel();

  /**
   * Cleans up after a run that does not end by itself, because it waits for somebody outside: for
   * the reader of a pipe, say. The process ends half a second later, whatever this does.
   *
   * @param exitCode the one that the process ends with
   */
  default void abandon(int exitCode) {}
}
