package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The rows of one slice, staged out of sight until they are published. Attempts come one after the
 * other: each is opened, written, committed and closed; then it is finished and published, or
 * discarded. Threads as for {@link Destination}.
 */
public interface SliceOutput extends AutoCloseable {
  /**
   * Opens a sink for fresh rows. The one before has been closed and discarded.
   *
   * @param columns the numbers of the schema's columns, in its order
   * @throws IOException in whole sentences, when the sink cannot be opened
   */
  Sink open(Schema schema, List<NumberedColumn> columns) throws IOException;

  /** What messages call the format. */
  String formatName();

  /** Whether sinks take numbers that are not finite. */
  boolean takesNonFinite();

  /**
   * Brings the committed rows to the disk, still out of sight.
   *
   * @return the file as it will be; empty where rows go into no file
   * @throws IOException in whole sentences, when they are not whole
   */
  Optional<PublishedFile> finish() throws IOException;

  /**
   * Puts the finished rows in the place of those before, in one step and for good. A file gets its
   * name, and the one that it replaces is put aside; where nobody knows of one, whatever file has
   * the name. Rows of a table take the place of all that it has of the slice, known or not.
   *
   * @param replacement with the answer whose rows are finished
   * @throws IOException in whole sentences, when it cannot be; what was there before is there then.
   *     An {@link OutputException}, or an {@link ExportException}, with the reason {@code
   *     ROWS_NOT_KEPT} says that the rows cannot be kept as they are, and one with {@code
   *     SLICE_UNCERTAIN} that nobody knows whether they are in place
   */
  void publish(SliceReplacement replacement) throws IOException;

  /** Throws away what is staged, if anything; what has been published stays. Never fails. */
  void discard();

  /** Discards. Never fails; may be called more than once. */
  @Override
  void close();
}
