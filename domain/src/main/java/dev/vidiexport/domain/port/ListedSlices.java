package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import java.io.IOException;
import java.util.List;

/**
 * The rows of a history, for those who read what the ledger lists, while others may replace it. For
 * one thread at a time.
 *
 * <p>Each method is told a slice, and its answer as the ledger lists it, which has rows.
 */
public interface ListedSlices {
  /**
   * Opens what stands where the rows of a slice should, as {@link RowFileReader#open} does.
   *
   * @param format that can be read back
   * @param columns those that the ledger has
   * @return the rows that stood there at this moment, whatever is put there later; to be closed by
   *     the caller
   * @throws IOException in whole sentences, when it cannot be read
   */
  FileRows open(SliceKey key, SliceAnswer listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException;

  /**
   * Whether what stands there now is what the ledger lists, a file byte for byte; not when nothing
   * stands there.
   *
   * @throws IOException in whole sentences, when that cannot be found out
   */
  boolean isAsListed(SliceKey key, SliceAnswer listed) throws IOException;

  /**
   * What messages call the place of the rows: of a file its path below the target, with slashes.
   */
  String place(SliceKey key, SliceAnswer listed);
}
