package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.port.ExportListener;
import dev.vidiexport.domain.port.ListingListener;
import dev.vidiexport.domain.port.Pacer;
import java.time.Instant;

/**
 * Watches a sync. Every method is called on the thread that runs it, and should return soon. What
 * {@link #onSlice} gives hears of its slice on the threads that make calls, of several slices at
 * the same time.
 */
public interface SyncListener extends ListingListener {
  /**
   * It is known what there is to do; told again whenever a sync that runs long has planned anew.
   *
   * @param requests how many slices are to be asked for from now on
   */
  void onPlan(long requests);

  /**
   * A slice is about to be asked for.
   *
   * @param pacer its own time
   * @return is told of its calls and rows
   */
  ExportListener onSlice(SliceKey key, Pacer pacer);

  /**
   * The sync has waited for some time because other runs of this user use up the service's limits;
   * told once, until it goes on.
   *
   * @param reason a clause that says what they hold
   */
  default void onHeld(String reason) {}

  /**
   * All that is left becomes due soon, and is waited for; told once.
   *
   * @param until when the last of it becomes due
   * @param slices how many it is for
   */
  default void onWaiting(Instant until, long slices) {}

  /** Something has changed in how far the sync has come. */
  default void onProgress(SyncProgress progress) {}

  /** Asking for a slice has ended. */
  void onResult(SliceKey key, SliceResult result);

  /** A slice that failed is asked for in two halves. */
  void onHalved(SliceKey key, SliceResult.Unanswered why);

  /** Something went wrong that does not end the sync: a sentence for people. */
  void onWarning(String sentence);
}
