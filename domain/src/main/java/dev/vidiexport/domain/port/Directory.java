package dev.vidiexport.domain.port;

import dev.vidiexport.domain.failure.ExportException;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Network;
import dev.vidiexport.domain.topology.Site;
import dev.vidiexport.domain.topology.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What VidiCenter says there is: networks, sites, locations, and the tags that they have.
 *
 * <p>Every method but {@link #cancel} and {@link #rest} makes one call and reads its answer to its
 * end; nothing is sent a second time behind the caller's back. {@code timeLeft} is how long the
 * whole call may take, the body and the wait for the limits of the service included; positive. Each
 * throws {@link TroubleException} when the call brought no whole answer and may be made again, and
 * {@link ExportException} when asking again would not help: the credentials or the request were
 * refused, the answer is not a list of objects with an id, a certificate is not valid, or {@link
 * #cancel} was called ({@code CANCELLED}).
 *
 * <p>The calls are made from one thread at a time, {@link #cancel} from any.
 */
public interface Directory {
  /** All networks, in VidiCenter's order. */
  List<Network> networks(Duration timeLeft) throws TroubleException;

  /** All sites, in VidiCenter's order. */
  List<Site> sites(Duration timeLeft) throws TroubleException;

  /** All locations, in VidiCenter's order. */
  List<Location> locations(Duration timeLeft) throws TroubleException;

  /** All tags of locations, in VidiCenter's order. */
  List<Tag> locationTags(Duration timeLeft) throws TroubleException;

  /** All tags of sites, in VidiCenter's order. */
  List<Tag> siteTags(Duration timeLeft) throws TroubleException;

  /**
   * The locations that have a tag.
   *
   * @param label of the tag, as VidiCenter wrote it
   * @return empty when VidiCenter does not say: it refuses to (the tag was deleted meanwhile), or
   *     no address can name the label, such as {@code ..}, in which case no call is made
   */
  Optional<Set<Id>> locationsWith(String label, Duration timeLeft) throws TroubleException;

  /** The sites that have a tag; like {@link #locationsWith}. */
  Optional<Set<Id>> sitesWith(String label, Duration timeLeft) throws TroubleException;

  /**
   * No call follows for a while: what was kept for the next call, such as a connection, is given
   * up, so that other runs of the user can have it.
   */
  default void rest() {}

  /**
   * Ends the call under way, if there is one, within 2 seconds, also in the middle of a body, and
   * every later one at once. From any thread; may be called more than once.
   */
  void cancel();
}
