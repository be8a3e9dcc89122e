package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SourceSelection;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.request.SourceKind;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.OffsetText;
import dev.vidiexport.domain.topology.Topology;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * When the windows of an export are over, for all its sources at once: at the end of their last day
 * in the zone that was told; else an hour after that at the westernmost of its locations, whose
 * clocks may be about to change. Immutable.
 */
public final class WindowClosings {
  private static final Duration CHANGE_OF_CLOCKS = Duration.ofHours(1);

  /** Where no location says how far its time is from UTC, no day ends later than here. */
  private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

  private final ZoneId zone;
  private final Duration delay;
  private final Optional<Id> location;

  private WindowClosings(ZoneId zone, Duration delay, Optional<Id> location) {
    this.zone = zone;
    this.delay = delay;
    this.location = location;
  }

  /**
   * When the windows of an export are over.
   *
   * @param topology what there is; empty where that is not known
   */
  public static WindowClosings of(HistoryExport export, Optional<Topology> topology) {
    requireNonNull(topology, "topology must not be null");
    if (export.timeZone().isPresent()) {
      return new WindowClosings(export.timeZone().get(), Duration.ZERO, Optional.empty());
    }
    Optional<Location> westernmost = topology.flatMap(known -> westernmost(export, known));
    ZoneOffset offset =
        westernmost
            .map(place -> ZoneOffset.ofTotalSeconds(seconds(place).getAsInt()))
            .orElse(WESTERNMOST);
    return new WindowClosings(offset, CHANGE_OF_CLOCKS, westernmost.map(Location::id));
  }

  /** The moment when a window is over. */
  public Instant overAt(TimeWindow window) {
    return window.firstSecondAfter().atZone(zone).toInstant().plus(delay);
  }

  /** Whether a window is over at a moment. */
  public boolean isOver(TimeWindow window, Instant moment) {
    return !overAt(window).isAfter(moment);
  }

  /** Whether a window has begun at a moment, where its end is reckoned. */
  public boolean hasBegun(TimeWindow window, Instant moment) {
    return !window.firstSecond().atZone(zone).toInstant().isAfter(moment);
  }

  /** The day at a moment, where the end of windows is reckoned. */
  LocalDate dayAt(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The westernmost location, by which it is reckoned; empty where it is reckoned otherwise. */
  public Optional<Id> location() {
    return location;
  }

  private static Optional<Location> westernmost(HistoryExport export, Topology topology) {
    Predicate<Location> isOfExport = locationsOf(export.sources());
    return topology.locations().stream()
        .filter(isOfExport)
        .filter(location -> seconds(location).isPresent())
        .min(Comparator.comparingInt(location -> seconds(location).getAsInt()));
  }

  private static OptionalInt seconds(Location location) {
    return location.lastTimezone().map(OffsetText::seconds).orElse(OptionalInt.empty());
  }

  /** What has a tag or is in a group the topology does not tell: any location may. */
  private static Predicate<Location> locationsOf(SourceSelection selection) {
    if (selection instanceof SourceSelection.Listed listed) {
      if (selection.kind() == SourceKind.LOCATIONS) {
        return location -> listed.sources().contains(AskableId.of(location.id()));
      }
      if (selection.kind() == SourceKind.SITES) {
        return location ->
            location
                .siteId()
                .filter(site -> listed.sources().contains(AskableId.of(site)))
                .isPresent();
      }
    }
    return location -> true;
  }
}
