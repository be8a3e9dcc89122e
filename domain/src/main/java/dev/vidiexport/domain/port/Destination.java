package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.failure.OutputException;
import dev.vidiexport.domain.table.Schema;
import dev.vidiexport.spi.Sink;
import java.io.IOException;

/**
 * Where the output of a run goes. What a sink writes is staged out of sight, and appears under the
 * output's name only through {@link #publish}. An attempt that failed is forgotten by {@link
 * #discard}, and another may begin.
 *
 * <p>One call at a time; {@link #open} and the sink it gives are used on one thread, the others may
 * be called on another, with a happens-before edge between.
 */
public interface Destination extends AutoCloseable {
  /**
   * Finds out, before anything is asked of VidiCenter, whether the format can work here and the
   * output can be written, and reserves the output against other runs of this program.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong; {@code TIME_OVER} or
   *     {@code CANCELLED}, when the run must end while a plugin is still checking
   */
  void check();

  /**
   * Opens a sink on a fresh staged output. The one before has been closed and discarded.
   *
   * @return a sink whose {@code IOException}s tell in whole sentences what failed; they are {@link
   *     OutputException}s where it is known why
   * @throws IOException in whole sentences, when the staged output cannot be made, or the sink
   *     cannot be opened; an {@link OutputException} where it is known why
   */
  Sink open(Schema schema) throws IOException;

  /** What messages call the format, and where it came from: {@code the format csv}. */
  String formatName();

  /**
   * Whether nothing appears before {@link #publish}. Where this is false, the sink's own commit
   * makes the rows appear, and nobody can take them back.
   */
  default boolean holdsBack() {
    return true;
  }

  /**
   * Makes what the sink has committed the output: whole, on the disk, under its name. The sink has
   * been closed.
   *
   * @return how many bytes were published; -1 where the destination does not know
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when the name was taken meanwhile
   * @throws IOException in whole sentences, when the output cannot be published; nothing has
   *     appeared then; an {@link OutputException} where it is known why
   */
  long publish() throws IOException;

  /** Throws away what is staged, if anything. Never fails: what cannot be removed is left. */
  void discard();

  /** Discards, and gives up the reservation. Idempotent. */
  @Override
  void close();
}
