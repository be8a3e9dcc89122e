package dev.vidiexport.domain.coverage;

import dev.vidiexport.domain.topology.CreationText;
import dev.vidiexport.domain.topology.Location;
import java.util.Optional;

/**
 * When the periods begin that are expected of a location, in local seconds. Immutable.
 *
 * @param from the first second at which one may begin
 * @param to the second from which on none does
 */
record Lifetime(long from, long to) {
  /** Of a place of which nothing is known. */
  static final Lifetime UNKNOWN = new Lifetime(Long.MIN_VALUE, Long.MAX_VALUE);

  private static final String NOT_ACTIVE = "false";

  static Lifetime of(Location location) {
    return new Lifetime(
        location
            .creationDate()
            .flatMap(CreationText::time)
            .map(LocalPeriods::secondOf)
            .orElse(UNKNOWN.from),
        location.active().filter(NOT_ACTIVE::equalsIgnoreCase).isPresent()
            ? afterLastUpload(location.lastUpload())
            : UNKNOWN.to);
  }

  /** A text that is no time does not tell when it was. */
  private static long afterLastUpload(Optional<String> text) {
    if (text.isEmpty()) {
      return UNKNOWN.from;
    }
    return CreationText.time(text.get())
        .map(time -> LocalPeriods.secondOf(time) + 1)
        .orElse(UNKNOWN.to);
  }
}
