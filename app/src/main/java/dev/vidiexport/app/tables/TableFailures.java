package dev.vidiexport.app.tables;

import dev.vidiexport.app.plugins.InstalledSink;
import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.Failure;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.QuotedText;
import dev.vidiexport.spi.CommitUncertainException;
import dev.vidiexport.spi.RowsRefusedException;
import dev.vidiexport.spi.SliceTable;
import dev.vidiexport.spi.TargetHeldException;
import java.io.IOException;
import java.util.Locale;

/**
 * Says in sentences what a database did not do. Immutable.
 *
 * @param format what keeps the tables
 */
record TableFailures(InstalledSink format) {
  private static final int MOST_CHARACTERS = 1_000;
  private static final String KEEPING = "keep the history in its database";
  private static final String READING = "read the history in its database";

  /** Something that is asked of a database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Something that is told to a database. */
  @FunctionalInterface
  interface Step {
    void run() throws IOException;
  }

  /**
   * Asks for something that concerns the whole history.
   *
   * @throws ExportException when it was not done
   */
  <T> T ofHistory(Work<T> work) {
    return done(KEEPING, work);
  }

  /**
   * Asks for something for those who read.
   *
   * @throws ExportException when it was not done
   */
  <T> T ofReading(Work<T> work) {
    return done(READING, work);
  }

  /**
   * Asks for something that concerns one table.
   *
   * @throws ExportException when it was not done
   */
  <T> T ofTable(SliceTable table, Work<T> work) {
    return done(writing(table), work);
  }

  private <T> T done(String what, Work<T> work) {
    try {
      return work.run();
    } catch (IOException undone) {
      throw new ExportException(failure(what, undone), undone);
    }
  }

  /**
   * Does a step of what writes a table, for those that must throw an {@code IOException}.
   *
   * @throws OutputException when it was not done
   */
  void whileWriting(SliceTable table, Step step) throws IOException {
    whileWriting(
        table,
        () -> {
          step.run();
          return table;
        });
  }

  /**
   * Does a part of what writes a table, for those that must throw an {@code IOException}.
   *
   * @throws OutputException when it was not done
   */
  <T> T whileWriting(SliceTable table, Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (OutputException told) {
      throw told;
    } catch (IOException undone) {
      throw new OutputException(failure(writing(table), undone), undone);
    }
  }

  private static String writing(SliceTable table) {
    return "write the table " + QuotedText.of(table.name());
  }

  private Failure failure(String doing, IOException undone) {
    String said = undone.getMessage();
    String found =
        said == null || said.isBlank()
            ? "the database reported an error"
            : CleanText.of(said, MOST_CHARACTERS);
    return new Failure(
        reason(undone, found),
        "Cannot %s: %s%s".formatted(doing, speaker() + found, found.endsWith(".") ? "" : "."));
  }

  private String speaker() {
    return format.builtIn() ? "" : format.name() + " says: ";
  }

  private static FailureReason reason(IOException undone, String found) {
    if (undone instanceof TargetHeldException) {
      return FailureReason.TARGET_HELD;
    }
    if (undone instanceof RowsRefusedException) {
      return FailureReason.ROWS_NOT_KEPT;
    }
    if (undone instanceof CommitUncertainException) {
      return FailureReason.SLICE_UNCERTAIN;
    }
    if (found.toLowerCase(Locale.ROOT).contains("no space left")) {
      return FailureReason.DISK_FULL;
    }
    return found.endsWith(".") ? FailureReason.FORMAT_CANNOT_WORK : FailureReason.OUTPUT_UNUSABLE;
  }
}
