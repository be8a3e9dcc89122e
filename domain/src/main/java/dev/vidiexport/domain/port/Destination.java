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
 * <p>{@link #check} comes first. Then come attempts: each is opened, its sink is written to,
 * committed if all goes well, and closed; and then it is published, which ends the run, or
 * discarded. {@link #close} comes last. {@link #discard} and {@link #close} may come at any time.
 *
 * <p>One call at a time; {@link #open} and the sink it gives are used on one thread, the others may
 * be called on another, with a happens-before edge between.
 */
public interface Destination extends AutoCloseable {
  /**
   * Checks, before VidiCenter is called, whether the format can work here and the output can be
   * written, and reserves the output against other runs of this program, where it is one that only
   * one run can write. Nothing appears because of it.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences, when
   *     the output cannot be written, or another run has reserved it; nothing is reserved then.
   *     What the format's own check throws to say that the run must end ({@code TIME_OVER} or
   *     {@code CANCELLED}), as it is
   */
  void check();

  /**
   * The columns that the output has for rows with some columns: these, unless others are added.
   * Known from the beginning.
   */
  default Schema output(Schema received) {
    return received;
  }

  /**
   * Opens a sink on a fresh staged output. The one before has been closed and discarded.
   *
   * @return a sink whose {@code IOException}s tell in whole sentences what failed; they are {@link
   *     OutputException}s where it is known why
   * @throws IOException in whole sentences, when the staged output cannot be made, or the sink
   *     cannot be opened; nothing is staged then; an {@link OutputException} where it is known why
   * @throws IllegalStateException when the output has not been checked, or has been closed
   */
  Sink open(Schema schema) throws IOException;

  /**
   * What messages call the format, and where it came from: {@code the format csv}, {@code the
   * format csv of plugin.jar}. Known from the beginning.
   */
  String formatName();

  /**
   * Whether sinks take numbers that are not finite; where they do not, they must get null instead.
   * Known from the beginning.
   */
  boolean takesNonFinite();

  /**
   * Whether nothing appears before {@link #publish}. Where this is false, the sink's own commit
   * makes the rows appear, and nobody can take them back.
   */
  default boolean holdsBack() {
    return true;
  }

  /**
   * Tells how many rows of the answer were not to be written, and have not been. Comes once for an
   * attempt that ends well, before {@link #publish}.
   *
   * @param rows not negative
   */
  default void droppedRows(long rows) {}

  /**
   * Makes what the sink has committed the output: whole, on the disk, under its name. The sink has
   * been closed. Nothing stays staged, and the reservation is given up. Where the sink's own commit
   * made the rows appear, nothing is left to do.
   *
   * @return how many bytes were published; -1 where the destination does not know
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when the name was taken meanwhile
   * @throws IOException in whole sentences, when the output cannot be published; nothing has
   *     appeared then, but for what a stream had taken before it failed; an {@link OutputException}
   *     where it is known why
   * @throws IllegalStateException when no attempt is there to be published; only where {@link
   *     #holdsBack}
   */
  long publish() throws IOException;

  /**
   * Throws away what is staged, if anything; what has been published stays. At any time, and as
   * often as anybody likes. Never fails: what cannot be removed is left.
   */
  void discard();

  /** Discards, and gives up the reservation. At any time; may be called more than once. */
  @Override
  void close();
}
