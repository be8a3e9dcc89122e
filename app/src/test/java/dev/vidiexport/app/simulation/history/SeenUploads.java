package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What syncs were told of the locations and their uploads, each time as a whole. */
final class SeenUploads {
  private final List<Listing> listings = new ArrayList<>();

  /**
   * What was told at a time.
   *
   * @param uploads of each location that was listed; empty where it was told no time
   */
  private record Listing(Instant at, Map<Long, Optional<LocalDateTime>> uploads) {}

  /** A sync has been told, and the ledger knows. */
  void noted(Topology topology, Instant at) {
    Map<Long, Optional<LocalDateTime>> uploads = new HashMap<>();
    for (Location location : topology.locations()) {
      uploads.put(
          Long.valueOf(location.id().digits()), location.lastUpload().flatMap(SeenUploads::time));
    }
    listings.add(new Listing(at.truncatedTo(ChronoUnit.SECONDS), uploads));
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay()
              : LocalDateTime.parse(text.replace(' ', 'T')));
    } catch (DateTimeParseException odd) {
      return Optional.empty();
    }
  }

  /** What was known of a location at a moment, of which no sync may have been told by then. */
  Optional<LocalDateTime> at(long location, Instant moment) {
    for (int index = listings.size() - 1; index >= 0; index--) {
      Listing listing = listings.get(index);
      if (!listing.at().isAfter(moment) && listing.uploads().containsKey(location)) {
        return listing.uploads().getOrDefault(location, Optional.empty());
      }
    }
    return Optional.empty();
  }

  /** What the last listing tells of a location; empty also where it does not list it. */
  Optional<LocalDateTime> now(long location) {
    return listings.isEmpty()
        ? Optional.empty()
        : listings.get(listings.size() - 1).uploads().getOrDefault(location, Optional.empty());
  }

  /** Which locations were listed last. */
  Set<Long> listed() {
    return listings.isEmpty() ? Set.of() : listings.get(listings.size() - 1).uploads().keySet();
  }
}
