package dev.vidiexport.http.sandbox.cameras;

import java.time.LocalDateTime;
import java.util.OptionalDouble;

/** What is known of the time in which cameras measured, in their local time. Immutable. */
public interface Life {
  /** Whether what happened at a time was measured, and is known. */
  boolean holds(LocalDateTime time);

  /**
   * How much of a period was measured, and is known.
   *
   * @param hours the length of the period; more than 0
   * @return 0 to 1; 0 where a placeholder stands for the period; empty where nothing stands for it
   */
  OptionalDouble measured(LocalDateTime start, double hours);
}
