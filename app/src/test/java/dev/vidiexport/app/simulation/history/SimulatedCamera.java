package dev.vidiexport.app.simulation.history;

import dev.vidiexport.app.simulation.SeededChance;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A camera, which uploads all the time, or stops, and perhaps comes back with all that it has
 * counted meanwhile. Its times are UTC.
 */
final class SimulatedCamera {
  /** How the service writes when it uploaded last. */
  private enum Writing {
    PLAIN,
    SPACED,
    DAY_ONLY,
    ODD,
    MISSING
  }

  private final SimulatedMachine machine;
  private Writing writing;
  private Optional<LocalDateTime> offlineSince = Optional.empty();
  private final List<Instant> returns = new ArrayList<>();

  SimulatedCamera(SeededChance chance, SimulatedMachine machine) {
    this.machine = machine;
    this.writing = writing(chance);
    if (chance.in(0.3)) {
      offlineSince =
          Optional.of(HistoryProject.FIRST_DAY.atStartOfDay().plusHours(chance.between(-100, 40)));
    }
  }

  private static Writing writing(SeededChance chance) {
    if (chance.in(0.7)) {
      return Writing.PLAIN;
    }
    return chance.oneOf(List.of(Writing.values()));
  }

  /** Time has passed until now. */
  void change(SeededChance chance, Instant now) {
    if (chance.in(0.08)) {
      writing = writing(chance);
    }
    if (offlineSince.isPresent()) {
      if (chance.in(0.35)) {
        machine.reach(HistoryFault.CAMERA_CAME_BACK);
        offlineSince = Optional.empty();
        returns.add(now);
      }
    } else if (chance.in(0.25)) {
      machine.reach(HistoryFault.CAMERA_STOPPED);
      LocalDateTime last = lastUpload(now).minusHours(chance.between(0, 60));
      offlineSince = Optional.of(last);
    }
  }

  /** When it uploaded last, as it is now. */
  private LocalDateTime lastUpload(Instant now) {
    return offlineSince.orElseGet(
        () -> LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS));
  }

  /** What the service tells of its last upload. */
  Optional<String> told(Instant now) {
    LocalDateTime last = lastUpload(now);
    return switch (writing) {
      case PLAIN -> Optional.of(last.toString());
      case SPACED -> Optional.of(last.toString().replace('T', ' ') + ":00");
      case DAY_ONLY -> Optional.of(last.toLocalDate().toString());
      case ODD -> Optional.of("not long ago");
      case MISSING -> Optional.empty();
    };
  }

  /** Whether it is offline. */
  boolean isOffline() {
    return offlineSince.isPresent();
  }

  /** Whether it has come back with late data, after one moment and up to another. */
  boolean cameBack(Instant after, Instant now) {
    return returns.stream().anyMatch(each -> each.isAfter(after) && !each.isAfter(now));
  }
}
