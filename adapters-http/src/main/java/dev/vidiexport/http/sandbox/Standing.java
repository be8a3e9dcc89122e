package dev.vidiexport.http.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How an export stands, for one call.
 *
 * @param created the present when its building began
 * @param failReason what the caller is told of a failure; empty unless it failed
 * @param resets whether the connection is to break instead of an answer
 * @param cuts whether the connection is to break among the rows
 */
record Standing(
    State state, Instant created, Optional<String> failReason, boolean resets, boolean cuts) {
  /** The states of an export (VidiCenter data export, Asynchronous usage). */
  enum State {
    STARTED("started"),
    IN_PROGRESS("in_progress"),
    FINISHED("finished"),
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
