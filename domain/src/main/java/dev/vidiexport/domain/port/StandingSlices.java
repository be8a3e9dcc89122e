package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What stands where the rows of slices should, for those who compare it with what the ledger lists,
 * while others may change it. Nothing is changed by it. For any number of threads.
 *
 * <p>Each method that is told a slice is told its answer as the ledger lists it, too.
 */
public interface StandingSlices {
  /** What stands in the place of the rows that the ledger lists. */
  enum Standing {
    /**
     * A file of that size with those bytes; in a table as many rows as are listed, where what was
     * committed is what is listed.
     */
    AS_LISTED,
    /** Another file; in a table other rows. */
    OTHER,
    /** Something that is no regular file: a link, which is not followed, or a folder. */
    NO_FILE,
    /** Nothing; in a table no row of the slice, whatever is kept of it. */
    ABSENT
  }

  /**
   * Compares what stands in the place of a slice with the ledger: a file byte for byte where the
   * size is right, rows of a table by their number and by what is kept of them beside them.
   *
   * @param listed with rows
   * @param read is told again and again how many more bytes were read, if any are; what it throws
   *     ends the comparison, and is thrown on
   * @throws IOException in whole sentences that name the place, when that cannot be found out
   */
  Standing look(SliceKey key, SliceAnswer listed, LongConsumer read) throws IOException;

  /** Why rows of a format cannot be read back: as {@link RowFileReader#obstacle}. */
  Optional<String> obstacle(FileFormat format);

  /**
   * Opens what stands in the place of a slice, as {@link RowFileReader#open} does.
   *
   * @param listed with rows
   * @return to be closed by the caller
   */
  FileRows rows(SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException;

  /**
   * What reports call the place of a slice: of a file its path below the target, with slashes; in a
   * database {@code TABLE/SLICE}.
   *
   * @param listed with rows
   */
  String place(SliceKey key, SliceAnswer listed);
}
