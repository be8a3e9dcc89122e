package dev.vidiexport.domain.dimension;

import dev.vidiexport.domain.topology.Absence;
import dev.vidiexport.domain.topology.Id;
import dev.vidiexport.domain.topology.SeenObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When one object was called what. Not thread-safe. */
final class ObjectLife {
  private final List<Event> events = new ArrayList<>();
  private Instant last = Instant.MIN;

  /** What happened to it; of what has the same moment the first comes first. */
  private enum EventKind {
    CAME_BACK,
    SEEN,
    MISSED
  }

  private record Event(Instant at, EventKind kind, Optional<SeenObject> seen) {}

  private record Name(Optional<String> label, Optional<Id> parent) {}

  /** How it was, later than all that was added before: a clock that went back is not believed. */
  void add(SeenObject seen) {
    last = seen.seenAt().isAfter(last) ? seen.seenAt() : last;
    events.add(new Event(last, EventKind.SEEN, Optional.of(seen)));
  }

  void add(Absence absence) {
    if (absence.until().filter(until -> !until.isAfter(absence.from())).isPresent()) {
      return;
    }
    events.add(new Event(absence.from(), EventKind.MISSED, Optional.empty()));
    absence
        .until()
        .ifPresent(until -> events.add(new Event(until, EventKind.CAME_BACK, Optional.empty())));
  }

  /** From the first to the last, without those of no duration. */
  List<DimensionRow> rows(boolean hasParent) {
    Versions versions = new Versions();
    events.stream()
        .sorted(Comparator.comparing(Event::at).thenComparing(Event::kind))
        .forEach(event -> versions.add(event, hasParent));
    return versions.rows();
  }

  private static final class Versions {
    private final List<DimensionRow> rows = new ArrayList<>();
    private Optional<SeenObject> seen = Optional.empty();
    private Optional<Name> name = Optional.empty();
    private Optional<Instant> since = Optional.empty();

    void add(Event event, boolean hasParent) {
      switch (event.kind()) {
        case CAME_BACK -> begin(event.at());
        case MISSED -> end(event.at());
        case SEEN -> {
          SeenObject object = event.seen().orElseThrow();
          Name now = new Name(object.label(), hasParent ? object.parent() : Optional.<Id>empty());
          if (name.filter(now::equals).isEmpty()) {
            end(event.at());
          }
          seen = event.seen();
          name = Optional.of(now);
          begin(event.at());
        }
      }
    }

    private void begin(Instant at) {
      if (since.isEmpty() && seen.isPresent()) {
        since = Optional.of(at);
      }
    }

    private void end(Instant at) {
      since
          .filter(begun -> begun.isBefore(at))
          .ifPresent(begun -> rows.add(row(begun, Optional.of(at))));
      since = Optional.empty();
    }

    private DimensionRow row(Instant begun, Optional<Instant> ended) {
      SeenObject object = seen.orElseThrow();
      Name called = name.orElseThrow();
      return new DimensionRow(
          object.kind(), object.id(), called.label(), called.parent(), begun, ended);
    }

    List<DimensionRow> rows() {
      since.ifPresent(begun -> rows.add(row(begun, Optional.empty())));
      return rows;
    }
  }
}
