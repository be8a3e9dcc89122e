package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.FileFormat;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What stands below the target of a history, for those who compare it with what the ledger lists,
 * while others may change it. Nothing is changed by it. For any number of threads.
 */
public interface StandingFiles {
  /** What stands in the place of a file that the ledger lists. */
  enum Standing {
    /** A file of that size with those bytes. */
    AS_LISTED,
    /** Another file. */
    OTHER,
    /** Something that is no regular file: a link, which is not followed, or a folder. */
    NO_FILE,
    /** Nothing. */
    ABSENT
  }

  /**
   * Compares what stands in the place of a listed file with the ledger, byte for byte where the
   * size is right.
   *
   * @param read is told again and again how many more bytes were read; what it throws ends the
   *     comparison, and is thrown on
   * @throws IOException in whole sentences that name the file, when that cannot be found out
   */
  Standing look(PublishedFile listed, LongConsumer read) throws IOException;

  /** Why rows of a format cannot be read back: as {@link RowFileReader#obstacle}. */
  Optional<String> obstacle(FileFormat format);

  /**
   * Opens what stands in the place of a listed file, as {@link RowFileReader#open} does.
   *
   * @return to be closed by the caller
   */
  FileRows rows(PublishedFile listed, FileFormat format, List<NumberedColumn> columns)
      throws IOException;

  /**
   * Shows what stands in the folder of an export, in no order; nothing where there is no folder.
   *
   * @param visitor what it throws ends the showing, and is thrown on
   * @throws IOException in whole sentences that name the folder, when it cannot be read
   */
  void entries(String export, Consumer<Entry> visitor) throws IOException;

  /** Something that stands below the target. */
  interface Entry {
    /** Where it stands below the target, with slashes. */
    String path();

    /** Its own name. */
    String name();

    /** Whether it was a folder when it was found; a link to one is none. */
    boolean isFolder();

    /** Whether anything stands there now. */
    boolean isThere();

    /**
     * Shows what stands in it, in no order; nothing where it is no folder any more.
     *
     * @param visitor what it throws ends the showing, and is thrown on
     * @throws IOException in whole sentences that name the folder, when it cannot be read
     */
    void entries(Consumer<Entry> visitor) throws IOException;
  }
}
