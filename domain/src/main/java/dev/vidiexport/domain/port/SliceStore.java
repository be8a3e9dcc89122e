package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceKey;
import java.time.Instant;
import java.util.Optional;

/**
 * The folder of a history, which this process alone may change. Files stand in it under the names
 * that {@link SliceKey#file} gives; what was replaced is kept aside for 30 days.
 *
 * <p>One thread at a time calls its methods or publishes one of its outputs; only {@link #output}
 * may be called beside these. Each output is for one thread at a time, beside the others.
 */
public interface SliceStore extends AutoCloseable {
  /**
   * A place for the file of a slice. Nothing appears because of it.
   *
   * @return closed by whoever asked for it
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN}, with what is wrong in whole sentences
   */
  SliceOutput output(SliceKey key);

  /**
   * Brings to an end what a run that died had begun: a file was about to get its name. Where it has
   * got it, whole, the file that it replaces is put aside, if it still stands somewhere; where not,
   * that one is in its place again.
   *
   * @param announced what the ledger noted before
   * @param earlier the file that the slice had; empty where it had none
   * @param at when the file is taken for replaced
   * @return whether the announced file is in its place, on the disk
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it cannot be found out
   */
  boolean settle(PublishedFile announced, Optional<PublishedFile> earlier, Instant at);

  /**
   * Puts the file of a slice aside that has no rows any more.
   *
   * @throws ExportException {@code OUTPUT_NOT_WRITTEN} when it cannot be; it is in its place then
   */
  void putAside(PublishedFile file, Instant at);

  /**
   * Removes what was replaced more than 30 days before. Never fails: what cannot be removed is
   * tried again by the next run.
   */
  void removeOld(Instant now);

  /** Lets others change the folder. Never fails; may be called more than once. */
  @Override
  void close();
}
