package dev.vidiexport.domain.enrichment;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.request.TimeResolution;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a user wants to have added to an export's rows. Immutable.
 *
 * @param additions the kinds of columns; may be empty
 * @param baseKeys what they are made from
 * @param zones the time zones of places; known of none unless times in UTC are wanted
 */
public record RequestedAdditions(Set<Addition> additions, BaseKeys baseKeys, PlaceZones zones) {
  /** Nothing is wanted. */
  public static final RequestedAdditions NONE =
      new RequestedAdditions(
          Set.of(),
          new BaseKeys(List.of(), Set.of(), TimeResolution.FINEST, false),
          PlaceZones.NONE);

  public RequestedAdditions {
    additions = Set.copyOf(additions);
    requireNonNull(baseKeys, "baseKeys must not be null");
    requireNonNull(zones, "zones must not be null");
  }

  /** Whether nothing is to be added. */
  public boolean isEmpty() {
    return additions.isEmpty();
  }

  /** The words for what is wanted, in the order in which the columns stand. */
  public List<String> words() {
    return additions.isEmpty()
        ? List.of()
        : EnumSet.copyOf(additions).stream().map(Addition::word).toList();
  }

  /** All that changes what is added, as a text; empty where nothing is. */
  public String fingerprint() {
    return additions.isEmpty()
        ? ""
        : "%s %s".formatted(String.join(",", words()), zones.fingerprint());
  }

  /** The columns that are added, once it is known what places are called. */
  public Enrichment enrichment(PlaceDirectory directory) {
    return new Enrichment(additions, baseKeys, directory);
  }
}
