package dev.vidiexport.spi;

import dev.vidiexport.domain.table.RowBatch;
import java.io.IOException;

/**
 * Writes the rows of one export to one output.
 *
 * <p>Every call comes from one thread, in this order: {@link #write} any number of times, zero
 * included; {@link #commit} at most once, and only when all rows have come and VidiCenter's answer
 * ended well; {@link #close} always. After a method has thrown, only {@code close} is called. No
 * argument is ever null.
 *
 * @since 0.1.0
 */
public interface Sink extends AutoCloseable {
  /**
   * Writes rows.
   *
   * @param rows at least one row, with the columns of {@link SinkContext#schema()}; lent: it is
   *     filled again as soon as this method has returned, so nothing of it may be kept
   * @throws IOException when they cannot be written; the message is shown to the user, followed by
   *     a way out that the host knows, unless it ends with a full stop
   */
  void write(RowBatch rows) throws IOException;

  /**
   * Ends the output: after this it is complete and good. A sink of kind {@link TargetKind#EXTERNAL}
   * makes the rows visible here, all or none; the others finish what the host will then publish.
   *
   * @param provenance where the rows came from, for formats that can carry it
   * @throws CommitUncertainException when nobody knows whether it was; for the kind {@link
   *     TargetKind#EXTERNAL} alone
   * @throws IOException when the output could not be completed; it is thrown away then
   */
  void commit(Provenance provenance) throws IOException;

  /**
   * Frees what the sink holds. Without {@link #commit} this is the end of a failed attempt: nothing
   * may remain at the target, least of all something that looks complete; a sink of kind {@link
   * TargetKind#BYTES} writes nothing more, and the host throws away what it wrote. Idempotent.
   *
   * @throws IOException when something could not be freed
   */
  @Override
  void close() throws IOException;
}
