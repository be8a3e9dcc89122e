package dev.vidiexport.http.sandbox.cameras;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to the cameras as time passes. Immutable. */
public final class CameraPlan {
  private final boolean lateUploads;
  private final List<Optional<ZoneOffset>> zones;
  private final Map<Long, List<CameraEvent>> events;

  /**
   * A plan of these events.
   *
   * @param lateUploads whether some cameras send what they measured hours, days or weeks later
   * @param zones what the locations have by turns, from the first; empty for the usual ones
   * @param events in any order
   */
  public CameraPlan(
      boolean lateUploads, List<Optional<ZoneOffset>> zones, List<CameraEvent> events) {
    this.lateUploads = lateUploads;
    this.zones = List.copyOf(zones);
    this.events =
        events.stream()
            .sorted(Comparator.comparing(CameraEvent::at))
            .collect(groupingBy(CameraEvent::location));
  }

  boolean lateUploads() {
    return lateUploads;
  }

  Optional<ZoneOffset> zone(long location) {
    return zones.isEmpty()
        ? Optional.of(CameraChances.zone(location))
        : zones.get((int) ((location - SandboxTopology.FIRST_LOCATION) % zones.size()));
  }

  /** When the camera was created, where that is planned. */
  Optional<Instant> appearance(long location) {
    return of(location, CameraEvent.Appears.class).findFirst().map(CameraEvent::at);
  }

  boolean isSeen(long location, Instant now) {
    List<CameraEvent> comingAndGoing =
        of(location, CameraEvent.class)
            .filter(
                event ->
                    event instanceof CameraEvent.Appears || event instanceof CameraEvent.Leaves)
            .toList();
    boolean seen = comingAndGoing.isEmpty() || comingAndGoing.get(0) instanceof CameraEvent.Leaves;
    for (CameraEvent event : comingAndGoing) {
      if (!event.at().isAfter(now)) {
        seen = event instanceof CameraEvent.Appears;
      }
    }
    return seen;
  }

  Optional<String> newName(long location, Instant now) {
    return of(location, CameraEvent.Renamed.class)
        .filter(event -> !event.at().isAfter(now))
        .reduce((earlier, later) -> later)
        .map(CameraEvent.Renamed::name);
  }

  List<CameraEvent.FallsSilent> silences(long location) {
    return of(location, CameraEvent.FallsSilent.class).toList();
  }

  /** What other figures stand for, at a time. */
  List<CameraEvent.Recounts> recounts(long location, Instant now) {
    return of(location, CameraEvent.Recounts.class)
        .filter(event -> !event.at().isAfter(now))
        .toList();
  }

  /** What is lost, at a time. */
  List<CameraEvent.Forgets> losses(long location, Instant now) {
    return of(location, CameraEvent.Forgets.class)
        .filter(event -> !event.at().isAfter(now))
        .toList();
  }

  private <E extends CameraEvent> Stream<E> of(long location, Class<E> kind) {
    return events.getOrDefault(location, List.of()).stream()
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
