package dev.vidiexport.spi;

import java.io.IOException;
import java.util.Optional;

/**
 * Keeps histories in tables of a database: slices whose rows are replaced as a whole, and beside
 * them what is known of each. The way in is {@link SinkProvider#sliceTables}.
 *
 * <p>A table has a column {@code _vidiexport_slice}, a text, which tells the slice of each row and
 * is never null; the columns of the history, under their names where the database can keep these;
 * and for each slice that was ever committed, also one without rows, a {@link CommittedSlice} with
 * the id of the ledger that it belongs to. Where that is kept is the implementation's affair. A
 * table of which none is kept is somebody else's.
 *
 * <p>Thread-safe. No argument and no answer is ever null. A message of an {@link IOException} is
 * shown to the user: a whole sentence with what to do when it ends with a full stop, else a clause.
 *
 * @since 0.1.0
 */
public interface SliceTables {
  /**
   * Says early that a database or a table is no good by its text alone, or by what is written in
   * files of settings on this machine. Asks nobody and changes nothing. Everything else is asked of
   * good ones alone.
   *
   * @param address the target of the history, as given
   * @param table one of its tables
   * @return empty when nothing is wrong, else what is, as a whole sentence for the user, which
   *     holds no password and calls the parts of a table {@code table} and {@code schema}
   */
  Optional<String> problemWith(String address, SliceTable table);

  /**
   * Says whether the history could be kept there: that the database can be reached, and that each
   * table either is not there and could be made, or is this ledger's and could be written to. It
   * changes nothing and leaves nothing open.
   *
   * @throws TargetHeldException when another run is writing one of the tables
   * @throws IOException when it could not be kept
   */
  void check(SliceTarget target) throws IOException;

  /**
   * Takes the tables for one run that writes, until {@link SliceWriter#close}, or the process ends.
   *
   * @param target with a ledger
   * @throws TargetHeldException when another run has one of the tables
   * @throws IOException when they cannot be written to, as {@link #check} says
   */
  SliceWriter write(SliceTarget target) throws IOException;

  /**
   * Begins to read, beside whoever writes.
   *
   * @param target with a ledger
   * @throws IOException when the database cannot be read, or a table is somebody else's; that a
   *     table is not there is no failure
   */
  SliceReader read(SliceTarget target) throws IOException;
}
