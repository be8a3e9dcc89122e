package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.SliceKey;
import java.time.Instant;

/**
 * Where the slices of a history stand, which this process alone may change. In a folder each is a
 * file under the name that {@link SliceKey#file} gives; what was replaced is kept aside for 30
 * days. In a table each is the rows that bear its {@link SliceKey#id}; what was replaced is gone.
 *
 * <p>One thread at a time calls its methods or publishes one of its outputs; only {@link #output}
 * may be called beside these. Each output is for one thread at a time, beside the others.
 */
public interface SliceStore extends AutoCloseable {
  /**
   * A place for the rows of a slice. Nothing appears because of it.
   *
   * @return closed by whoever asked for it
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences
   */
  SliceOutput output(SliceKey key);

  /**
   * Brings to an end what a run that died had begun: rows were about to be published, or taken away
   * because there are none any more. Where those that were announced are in their place, whole, a
   * file that they replace is put aside, if it still stands somewhere; where not, what the slice
   * had is in its place again. A file of what has no rows any more is taken away, as {@link
   * #remove} does; whether the rows of a table were is found out, and those that stand stay.
   *
   * @param open what the ledger noted before
   * @param at when the earlier rows are taken for replaced
   * @return whether what was announced is true, on the disk
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it cannot be found out
   */
  boolean settle(Ledger.Publication open, Instant at);

  /**
   * Takes the rows of a slice away that has none any more; a file is put aside. Where the slice has
   * no answer, no file is touched, but a table keeps nothing that it may have of the slice.
   *
   * @param none with an answer that has no rows
   * @throws ExportException {@code SLICE_UNCERTAIN} when nobody knows whether they are gone, and
   *     else of the kind {@code OUTPUT_NOT_WRITTEN} when it cannot be; they are in their place then
   */
  void remove(SliceKey key, SliceReplacement none);

  /**
   * Removes what was replaced more than 30 days before. Never fails: what cannot be removed is
   * tried again by the next run.
   */
  void removeOld(Instant now);

  /** Lets others change what stands there. Never fails; may be called more than once. */
  @Override
  void close();
}
