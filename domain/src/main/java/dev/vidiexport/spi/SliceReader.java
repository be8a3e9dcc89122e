package dev.vidiexport.spi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the slices of one history. Several threads may call it; what {@link #rows} gives is for one
 * at a time.
 *
 * @since 0.1.0
 */
public interface SliceReader extends AutoCloseable {
  /**
   * How a slice stands in a table.
   *
   * @return without rows where the table is not there; what was committed of it may be known
   * @throws IOException when that cannot be found out
   */
  StandingSlice look(SliceTable table, Slice slice) throws IOException;

  /**
   * The ids of slices of which the table has rows, whether they were committed or not, in the order
   * of their characters' codes. Memory does not grow with the rows.
   *
   * @param last only those behind this one; empty for the first
   * @param most how many at most, at least 1
   * @return ids that may be no {@link Slice}'s, when others wrote them; none when there are no
   *     more, or no such table
   * @throws IOException when the table cannot be read
   */
  List<String> idsAfter(SliceTable table, Optional<String> last, int most) throws IOException;

  /**
   * Opens the rows of a slice, as they were committed last.
   *
   * @param columns all columns of the history, in the order of their numbers
   * @throws IOException when they cannot be read, or nothing of the slice is committed
   */
  SliceRows rows(SliceTable table, Slice slice, List<SliceColumn> columns) throws IOException;

  /** Lets go of the database. Idempotent. */
  @Override
  void close();
}
