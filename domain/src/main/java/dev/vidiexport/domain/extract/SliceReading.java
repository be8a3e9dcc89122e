package dev.vidiexport.domain.extract;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.port.FileRows;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.ListedSlices;
import dev.vidiexport.domain.port.Pacer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens the rows of slices, while a sync may replace them. A sync puts rows in their place first
 * and notes them then, so what does not fit is looked at again for two seconds.
 */
final class SliceReading {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int MOST_LOOKS = 9;

  private final LedgerReader ledger;
  private final ListedSlices listed;
  private final Pacer pacer;
  private final FileFormat format;
  private final List<NumberedColumn> columns;
  private final Runnable goesOn;

  /**
   * Reads with the columns that the ledger has now.
   *
   * @param columns at least one
   * @param goesOn throws when the run must end
   */
  SliceReading(
      LedgerReader ledger,
      ListedSlices listed,
      Pacer pacer,
      FileFormat format,
      List<NumberedColumn> columns,
      Runnable goesOn) {
    this.ledger = ledger;
    this.listed = listed;
    this.pacer = pacer;
    this.format = format;
    this.columns = columns;
    this.goesOn = goesOn;
  }

  /**
   * The columns of a slice's rows, which may have been replaced when they are read.
   *
   * @return empty where the slice has no rows any more
   * @throws ExportException as {@link #open} says
   */
  Optional<List<NumberedColumn>> columns(ListedSlice slice) {
    return find(slice, this::lookAt);
  }

  /**
   * The rows of a slice, which are surely those that the ledger lists.
   *
   * @return to be closed by the caller; empty where the slice has no rows any more
   * @throws ExportException {@code HISTORY_FILE_CHANGED} when they are gone or others, and {@code
   *     HISTORY_FILE_UNREADABLE} when they cannot be read
   */
  Optional<FileRows> open(ListedSlice slice) {
    return find(slice, this::openAsListed);
  }

  private <T> Optional<T> find(ListedSlice slice, Function<ListedSlice, Optional<T>> attempt) {
    Optional<ListedSlice> current = Optional.of(slice);
    for (int look = 1; current.isPresent(); look++) {
      goesOn.run();
      Optional<T> found = attempt.apply(current.get());
      if (found.isPresent()) {
        return found;
      }
      Optional<ListedSlice> now = slice.now(ledger);
      if (now.equals(current)) {
        if (look >= MOST_LOOKS) {
          throw changed(slice);
        }
        pacer.pause(PAUSE);
      }
      current = now;
    }
    return Optional.empty();
  }

  private Optional<List<NumberedColumn>> lookAt(ListedSlice slice) {
    return openWhatIsThere(slice)
        .map(
            rows -> {
              rows.close();
              return rows.columns();
            });
  }

  /** Opened first and looked at then, the rows are those that were looked at. */
  private Optional<FileRows> openAsListed(ListedSlice slice) {
    Optional<FileRows> rows = openWhatIsThere(slice);
    boolean isGood = false;
    try {
      isGood = rows.isPresent() && isAsListed(slice);
    } finally {
      if (!isGood) {
        rows.ifPresent(FileRows::close);
      }
    }
    return isGood ? rows : Optional.empty();
  }

  /** Empty where that cannot be read, because it is not what the ledger lists. */
  private Optional<FileRows> openWhatIsThere(ListedSlice slice) {
    try {
      return Optional.of(listed.open(slice.key(), slice.answer(), format, columns));
    } catch (IOException unreadable) {
      if (isAsListed(slice)) {
        throw unreadable(unreadable);
      }
      return Optional.empty();
    }
  }

  private boolean isAsListed(ListedSlice slice) {
    try {
      return listed.isAsListed(slice.key(), slice.answer());
    } catch (IOException unreadable) {
      throw new ExportException(
          FailureReason.HISTORY_FILE_CHANGED, String.valueOf(unreadable.getMessage()), unreadable);
    }
  }

  /** The failure of a run by rows that are as the ledger lists them. */
  static ExportException unreadable(IOException failure) {
    return new ExportException(
        FailureReason.HISTORY_FILE_UNREADABLE, String.valueOf(failure.getMessage()), failure);
  }

  private ExportException changed(ListedSlice slice) {
    return new ExportException(
        FailureReason.HISTORY_FILE_CHANGED,
        (slice.answer().file().isPresent()
                ? "The file %s of the history is gone, or not as the ledger lists it."
                : "The rows %s of the history are gone, or not as the ledger lists them.")
            .formatted(listed.place(slice.key(), slice.answer())));
  }
}
