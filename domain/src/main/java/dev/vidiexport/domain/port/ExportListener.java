package dev.vidiexport.domain.port;

import dev.vidiexport.domain.polling.Answer;
import dev.vidiexport.domain.polling.Trouble;
import java.time.Duration;

/**
 * Watches a run. Every method is called on the thread that runs the export, and should return soon.
 */
public interface ExportListener {
  /**
   * A call is about to be made.
   *
   * @param call its number, from 1
   */
  default void onCall(int call) {}

  /** VidiCenter answered. */
  default void onAnswer(Answer answer) {}

  /** A call met trouble. */
  default void onTrouble(Trouble trouble) {}

  /** The run waits before its next call. */
  default void onPollScheduled(Duration pause) {}

  /**
   * Rows are coming; called now and then, at least once for every 4,096 rows.
   *
   * @param rows how many have been read in this attempt
   * @param bodyBytes how many bytes of body, decompressed, that took
   */
  default void onRows(long rows, long bodyBytes) {}

  /**
   * The rows did not keep to the columns seen at first, so they are asked for once more.
   *
   * @param replay the number of this replay, from 1
   * @param reason what was different
   */
  default void onDrift(int replay, String reason) {}

  /**
   * The sink has been in one call for a long time; it may be slow, or hang. Called once for each
   * such call.
   *
   * @param what a clause: {@code the format csv is still writing rows}
   * @param time how long that has lasted
   */
  default void onSlowSink(String what, Duration time) {}

  /** All rows have been written, and the output is being published. */
  default void onPublish() {}

  /** The run is over, whatever came of it; nothing is told after this. */
  default void onEnd() {}
}
