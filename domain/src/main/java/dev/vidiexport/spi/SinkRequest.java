package dev.vidiexport.spi;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What VidiCenter was asked for. Made by the host; immutable; never holds a credential.
 *
 * @param arguments VidiCenter's argument names and values, in the order in which they are sent
 * @param locations the locations that this means, ascending by their ids, with those of the sites
 *     that were asked for; empty where nobody knows, as for tags and groups
 * @since 0.1.0
 */
public record SinkRequest(
    Map<String, String> arguments, Optional<List<RequestedLocation>> locations) {
  public SinkRequest {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    locations = locations.map(List::copyOf);
  }

  /**
   * A location that was asked for. Immutable.
   *
   * @param id its whole number
   * @param label what people call it; empty where nobody asked or said
   * @param siteId the whole number of its site, as a text; empty where nobody asked or said
   * @param siteLabel what people call its site; empty where nobody asked or said
   */
  public record RequestedLocation(
      long id, Optional<String> label, Optional<String> siteId, Optional<String> siteLabel) {
    public RequestedLocation {
      requireNonNull(label, "label must not be null");
      requireNonNull(siteId, "siteId must not be null");
      requireNonNull(siteLabel, "siteLabel must not be null");
    }

    /** One of which only the id is known. */
    public static RequestedLocation of(long id) {
      return new RequestedLocation(id, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }
}
