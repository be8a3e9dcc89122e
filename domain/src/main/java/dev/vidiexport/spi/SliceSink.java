package dev.vidiexport.spi;

import java.io.IOException;
import java.util.List;

/**
 * Takes the rows of one slice. As every {@link Sink}, but {@link #commit} only ends the rows: they
 * are all there, and still seen by nobody. The host then looks at what has come, and either calls
 * {@link #publish}, perhaps minutes later and from another thread, or closes it without, and
 * everything is as it was.
 *
 * @since 0.1.0
 */
public interface SliceSink extends Sink {
  /**
   * Puts the rows in the place of those that the table has of this slice, together with what is
   * known of it, and makes what the table lacks: itself, or columns. All of this is one step, which
   * everybody sees as a whole or not at all, whatever happens to this process or to the database.
   * Called at most once, after {@link #commit}, and never by two sinks of one writer at a time.
   *
   * @param slice of this sink's slice, with as many rows as were written; what is kept of it
   *     afterwards
   * @param columns all columns of the history so far, those of the rows among them, in the order of
   *     their numbers: the table gets those that it lacks. A column whose type is another than that
   *     of the table's becomes one of that type, where decimals are to be kept in place of whole
   *     numbers or texts in place of anything; the host asks for nothing else
   * @throws CommitUncertainException when nobody knows whether they are in place
   * @throws RowsRefusedException when the table cannot keep such rows; they are not in place
   * @throws IOException when they are not in place
   */
  void publish(CommittedSlice slice, List<SliceColumn> columns) throws IOException;
}
