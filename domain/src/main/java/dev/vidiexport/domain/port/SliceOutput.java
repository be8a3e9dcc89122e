package dev.vidiexport.domain.port;

import dev.vidiexport.domain.history.NumberedColumn;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The file of one slice, staged out of sight until it gets its name. Attempts come one after the
 * other: each is opened, written, committed and closed; then it is finished and published, or
 * discarded. Threads as for {@link Destination}.
 */
public interface SliceOutput extends AutoCloseable {
  /**
   * Opens a sink on a fresh file. The one before has been closed and discarded.
   *
   * @param columns the numbers of the schema's columns, in its order
   * @throws IOException in whole sentences, when the file cannot be made or the sink not be opened
   */
  Sink open(Schema schema, List<NumberedColumn> columns) throws IOException;

  /** What messages call the format. */
  String formatName();

  /** Whether sinks take numbers that are not finite. */
  boolean takesNonFinite();

  /**
   * Brings the bytes of the committed file to the disk, still without its name.
   *
   * @return the file as it will be
   * @throws IOException in whole sentences, when it is not whole
   */
  PublishedFile finish() throws IOException;

  /**
   * Gives the finished file its name, in one step and for good, and puts the file aside that it
   * replaces; where nobody knows of one, whatever file has the name.
   *
   * @param earlier the file that the slice had; empty where it had none
   * @param at when that one is taken for replaced
   * @throws IOException in whole sentences, when it cannot be; what was there before is there then
   */
  void publish(Optional<PublishedFile> earlier, Instant at) throws IOException;

  /** Throws away what is staged, if anything; what has been published stays. Never fails. */
  void discard();

  /** Discards. Never fails; may be called more than once. */
  @Override
  void close();
}
