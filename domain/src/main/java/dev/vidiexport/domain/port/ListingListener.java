package dev.vidiexport.domain.port;

import dev.vidiexport.domain.polling.Trouble;
import java.time.Duration;

/** Is told how the listing of locations goes on. Called on the thread that lists. */
public interface ListingListener {
  /**
   * The limits of the service make the listing wait.
   *
   * @param calls how many calls it takes
   * @param least how long it takes at least, as a whole
   */
  void onLongListing(int calls, Duration least);

  /**
   * A call met trouble, and is made again.
   *
   * @param pause how long that waits
   */
  void onTrouble(Trouble trouble, Duration pause);
}
