package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import java.time.Duration;

/** Asks whose the credentials are, and watches how the call gets there. */
public interface ConnectionTrial {
  /**
   * Makes one call.
   *
   * @param timeLeft how long it may take; positive
   * @return how far it came
   * @throws ExportException {@code CANCELLED} alone; every other failure is a part of what is
   *     returned
   */
  TriedConnection tryOut(Duration timeLeft);

  /** Ends the call under way, if there is one, within 2 seconds. From any thread. */
  void cancel();
}
