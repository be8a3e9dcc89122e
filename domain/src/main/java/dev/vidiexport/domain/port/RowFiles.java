package dev.vidiexport.domain.port;

import java.io.IOException;
import java.nio.file.Path;

/** Files of rows that a user has, and that say themselves which columns they have. */
public interface RowFiles {
  /**
   * Opens a file. What it says of itself is read here, and no rows yet.
   *
   * @return to be closed by the caller
   * @throws IOException in whole sentences that name the file: when it cannot be opened, is of no
   *     format that can be read, or is damaged or cut
   */
  OpenedRowFile open(Path file) throws IOException;
}
