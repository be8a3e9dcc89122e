package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import java.time.Duration;

/** The account that the credentials belong to. */
public interface Account {
  /**
   * Asks VidiCenter whose credentials these are, with one call.
   *
   * @param timeLeft how long the call may take; positive
   * @return the user name, cleaned of control characters
   * @throws ExportException when the credentials were refused, VidiCenter was not reached, or
   *     answered something else
   */
  String whoami(Duration timeLeft);

  /** Ends the call under way, if there is one, within 2 seconds. From any thread. */
  void cancel();
}
