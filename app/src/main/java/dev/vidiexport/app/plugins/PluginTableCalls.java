package dev.vidiexport.app.plugins;

import dev.vidiexport.spi.CommitUncertainException;
import java.io.IOException;

/**
 * Calls what a plugin made for its tables: with its own classes, and so that whatever it throws is
 * a failure of the database that it stands for. Immutable, thread-safe.
 *
 * @param code the plugin's classes
 */
record PluginTableCalls(PluginInvoker code) {
  /** Something that a plugin does. */
  @FunctionalInterface
  interface Act {
    void run() throws IOException;
  }

  /**
   * Asks for something.
   *
   * @param nothing what it is a lack of, when the plugin gives null
   * @throws IOException what the plugin throws; as a clause when that is no {@code IOException}, or
   *     it gives null
   */
  @SuppressWarnings("ConstantValue") // A plugin can return null all the same.
  <T> T ask(String nothing, PluginInvoker.Work<T, IOException> question) throws IOException {
    T answer;
    try {
      answer = code.export(question);
    } catch (RuntimeException defect) {
      throw new IOException(unexpected(defect), defect);
    }
    if (answer == null) {
      throw new IOException("it gave " + nothing + ". Report it to its developer.");
    }
    return answer;
  }

  /**
   * Has something done.
   *
   * @throws IOException as {@link #ask}
   */
  void act(Act act) throws IOException {
    ask(
        "nothing",
        () -> {
          act.run();
          return act;
        });
  }

  /**
   * Has rows put in place or removed.
   *
   * @throws CommitUncertainException when the plugin throws what it should not, and nobody knows
   *     how far it came
   * @throws IOException what the plugin throws
   */
  void commit(Act act) throws IOException {
    try {
      code.export(
          () -> {
            act.run();
            return act;
          });
    } catch (RuntimeException defect) {
      throw new CommitUncertainException(unexpected(defect), defect);
    }
  }

  /** Lets go of something, whatever the plugin makes of that: nothing is lost by it any more. */
  void close(Runnable closing) {
    try {
      code.<Runnable, RuntimeException>run(
          () -> {
            closing.run();
            return closing;
          });
    } catch (RuntimeException defect) {
      // What it read has been read, and what it wrote was committed before.
      return;
    }
  }

  private static String unexpected(RuntimeException defect) {
    return "it failed in an unexpected way (%s)".formatted(PluginFailureReason.of(defect));
  }
}
