package dev.vidiexport.domain.port;

import java.io.IOException;
import java.util.function.Consumer;

/** The folders below the target of a history, while others may change what stands in them. */
public non-sealed interface StandingFolders extends ForeignPlaces {
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
