package dev.vidiexport.app.simulation.history;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.app.simulation.SeededChance;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.Location;
import dev.vidiexport.domain.topology.Tag;
import dev.vidiexport.domain.topology.Topology;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What there is to ask for; locations come and go between syncs, and upload when they do. */
final class SimulatedTopology {
  static final List<Long> LOCATIONS = List.of(1056L, 1057L, 1060L, 1100L, 2000L);

  private final Map<Long, LocalDateTime> creations = new HashMap<>();
  private final Map<Long, SimulatedCamera> cameras = new HashMap<>();
  private final TreeSet<Long> present = new TreeSet<>();
  private final SimulatedMachine machine;
  private final HistoryTime time;
  private final boolean tellsZones;
  private boolean isShort;

  SimulatedTopology(SeededChance chance, SimulatedMachine machine, HistoryTime time) {
    this.machine = machine;
    this.time = time;
    this.tellsZones = chance.in(0.8);
    for (long id : LOCATIONS) {
      if (chance.in(0.2)) {
        LocalDateTime first = HistoryProject.FIRST_DAY.atTime(8, 0);
        creations.put(id, first.plusDays(chance.between(0, 4)));
      }
      if (chance.in(0.8)) {
        present.add(id);
      }
      cameras.put(id, new SimulatedCamera(chance, machine));
    }
    present.add(LOCATIONS.get(0));
  }

  /** Some come, and some go. */
  void change(SeededChance chance) {
    for (long id : LOCATIONS) {
      if (!present.contains(id) && chance.in(0.3)) {
        present.add(id);
        machine.reach(HistoryFault.SOURCE_CAME);
      } else if (present.size() > 1 && present.contains(id) && chance.in(0.05)) {
        present.remove(id);
        machine.reach(HistoryFault.SOURCE_LEFT);
      }
      if (chance.in(0.05)) {
        creations.put(
            id,
            HistoryProject.FIRST_DAY
                .atTime(chance.between(0, 12), 0)
                .plusDays(chance.between(0, 4)));
        machine.reach(HistoryFault.CREATION_CHANGED);
      }
      camera(id).change(chance, time.now());
    }
  }

  /** What meets the next sync: whether most locations are not shown to it. */
  void begin(boolean isShortNow) {
    isShort = isShortNow;
  }

  List<Location> locations() {
    List<Location> locations = new ArrayList<>();
    Instant now = time.now();
    for (long id : LOCATIONS) {
      if (isPresent(id)) {
        locations.add(
            new Location(
                id(id),
                Optional.empty(),
                Optional.of("Location " + id),
                Optional.of("true"),
                camera(id).told(now),
                creation(id).map(LocalDateTime::toString),
                tellsZones ? Optional.of("0") : Optional.empty(),
                "{\"id\":" + id + "}"));
      }
    }
    return locations;
  }

  List<Tag> locationTags() {
    return List.of(tag(71), tag(72));
  }

  private static Tag tag(long id) {
    return new Tag(id(id), Optional.empty(), Optional.of("tag " + id), "{\"id\":" + id + "}");
  }

  private static Id id(long id) {
    return new Id(Long.toString(id));
  }

  Topology topology() {
    return new Topology(List.of(), List.of(), locations(), locationTags(), List.of());
  }

  /** When a location was made; empty where nobody says. */
  Optional<LocalDateTime> creation(long id) {
    return Optional.ofNullable(creations.get(id));
  }

  /** Whether the service lists a location now. */
  boolean isPresent(long id) {
    return present.contains(id) && (!isShort || id == present.first());
  }

  private SimulatedCamera camera(long id) {
    return requireNonNull(cameras.get(id));
  }

  /** Whether a location has come back with late data; of a tag any one may be. */
  boolean cameBack(long source, Instant after, Instant now) {
    return cameras.containsKey(source)
        ? camera(source).cameBack(after, now)
        : cameras.values().stream().anyMatch(camera -> camera.cameBack(after, now));
  }

  /** Whether a location does not upload now. */
  boolean isOffline(long source) {
    return cameras.containsKey(source) && camera(source).isOffline();
  }
}
