package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of files of a history back, whichever format they have. For any number of threads;
 * each open file is for one at a time.
 */
public interface RowFileReader {
  /**
   * Why files of a format cannot be read back, as a whole sentence; empty where they can.
   *
   * @param format whose options are ones that the format takes
   */
  Optional<String> obstacle(FileFormat format);

  /**
   * Opens a file. What it says of its own columns is read here, and no rows yet.
   *
   * <p>The file is opened once: whatever gets its name afterwards, these are the rows of the file
   * that had it at this moment.
   *
   * @param format in which it was written, and which has no {@link #obstacle}
   * @param columns those that it may have, as the ledger knows them; at least one, no two with the
   *     same name
   * @return to be closed by the caller
   * @throws IOException in whole sentences that name the file: when it cannot be opened, is not of
   *     this format, is damaged or cut, or has a column that is not among these or not of its type
   * @throws IllegalArgumentException when the format has an obstacle, or no columns are given
   */
  FileRows open(Path file, FileFormat format, List<NumberedColumn> columns) throws IOException;
}
