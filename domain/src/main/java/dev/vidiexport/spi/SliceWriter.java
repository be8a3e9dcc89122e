package dev.vidiexport.spi;

import java.io.IOException;
import java.util.Optional;

/**
 * Writes slices to the tables of one history, which no other run writes to meanwhile. A table that
 * {@link SliceTarget#tables} does not list is looked at when it is first named here.
 *
 * <p>Several threads may call it; {@link #committed} and {@link #remove} are called one at a time,
 * and while no sink is publishing.
 *
 * @since 0.1.0
 */
public interface SliceWriter extends AutoCloseable {
  /**
   * Whether the table is there.
   *
   * @throws IOException when that cannot be found out
   */
  boolean has(SliceTable table) throws IOException;

  /**
   * Begins to take the rows of a slice, which nobody sees before {@link SliceSink#publish}. A run
   * may open several for one slice, one after the other, as attempts fail.
   *
   * @throws RowsRefusedException when no database of this kind could keep such columns
   * @throws IOException when no rows can be written
   */
  SliceSink open(SliceContext context) throws IOException;

  /**
   * What is committed of a slice. A run before this one may have died with its own COMMIT still on
   * the way: this waits, for a bounded time, until nothing that was begun before can change the
   * answer any more.
   *
   * @return empty where nothing of it was ever committed
   * @throws IOException when that cannot be found out
   */
  Optional<CommittedSlice> committed(SliceTable table, Slice slice) throws IOException;

  /**
   * Removes the rows of a slice, of which VidiCenter no longer has any, and keeps what is known of
   * it, all in one step.
   *
   * @param none with 0 rows
   * @throws CommitUncertainException when nobody knows whether that was done
   * @throws IOException when it was not done
   */
  void remove(SliceTable table, CommittedSlice none) throws IOException;

  /** Lets go of the tables. Idempotent. */
  @Override
  void close();
}
