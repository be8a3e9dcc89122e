package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.text.NumberText;
import dev.vidiexport.domain.topology.CreationText;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.OffsetText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds locations that were not in the zone that is given for them when they uploaded last. The
 * time of that has no zone, so that nothing is said of one that is near a change of the clock.
 */
public final class ZoneDoubts {
  private static final Duration UNSURE = Duration.ofHours(14);

  private ZoneDoubts() {}

  /** A location whose clock was elsewhere. */
  private record Doubt(Id location, Instant upload, ZoneOffset shown, ZoneId zone) {
    @Override
    public String toString() {
      return "Location %s was at UTC%s when it uploaded last, at %s, where %s was at UTC%s"
          .formatted(location, text(shown), upload, zone, text(zone.getRules().getOffset(upload)));
    }

    private static String text(ZoneOffset offset) {
      return offset.equals(ZoneOffset.UTC) ? "" : offset.toString();
    }
  }

  /**
   * What is to be said of some locations, in one sentence; empty where nothing is.
   *
   * @param locations those whose rows are wanted
   */
  public static Optional<String> sentence(List<Location> locations, PlaceZones zones) {
    List<Doubt> doubts =
        locations.stream().flatMap(location -> doubt(location, zones).stream()).toList();
    if (doubts.isEmpty()) {
      return Optional.empty();
    }
    String others =
        doubts.size() == 1
            ? ""
            : "; so it is with %s more".formatted(NumberText.of(doubts.size() - 1));
    return Optional.of(doubts.get(0) + others + ". Is the time zone right?");
  }

  private static Optional<Doubt> doubt(Location location, PlaceZones zones) {
    Optional<ZoneId> zone = zones.ofLocation(location.id(), location.siteId());
    Optional<Instant> upload =
        location
            .lastUpload()
            .flatMap(CreationText::time)
            .map(time -> time.toInstant(ZoneOffset.UTC));
    OptionalInt seconds =
        location.lastTimezone().map(OffsetText::seconds).orElse(OptionalInt.empty());
    if (zone.isEmpty() || upload.isEmpty() || seconds.isEmpty()) {
      return Optional.empty();
    }
    ZoneOffset shown = ZoneOffset.ofTotalSeconds(seconds.getAsInt());
    ZoneRules rules = zone.get().getRules();
    return rules.getOffset(upload.get()).equals(shown) || isNearChange(rules, upload.get())
        ? Optional.empty()
        : Optional.of(new Doubt(location.id(), upload.get(), shown, zone.get()));
  }

  private static boolean isNearChange(ZoneRules rules, Instant upload) {
    ZoneOffsetTransition next = rules.nextTransition(upload.minus(UNSURE).minusNanos(1));
    return next != null && !next.getInstant().isAfter(upload.plus(UNSURE));
  }
}
