package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import java.io.IOException;
import java.util.List;

/**
 * The files of a history, for those who read what the ledger lists, while others may replace it.
 * For one thread at a time.
 */
public interface ListedSlices {
  /**
   * Opens what stands where a listed file should, as {@link RowFileReader#open} does.
   *
   * @param format that can be read back
   * @param columns those that the ledger has
   * @return the rows of the file that stood there at this moment, whatever is put there later; to
   *     be closed by the caller
   * @throws IOException in whole sentences, when it cannot be read
   */
  FileRows open(PublishedFile file, FileFormat format, List<NumberedColumn> columns)
      throws IOException;

  /**
   * Whether what stands there now has the size and the bytes that the ledger lists; not when
   * nothing stands there.
   *
   * @throws IOException in whole sentences, when that cannot be found out
   */
  boolean isAsListed(PublishedFile file) throws IOException;
}
