package dev.vidiexport.domain.audience;

import dev.vidiexport.domain.report.CountKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the rows of which data type each figure comes: never from two, because both would count the
 * same people. Immutable.
 */
final class FigureSources {
  private final List<CountedRows> rows;
  private final Map<CountKind, CountedRows> ofCounts = new EnumMap<>(CountKind.class);

  FigureSources(List<CountedRows> rows) {
    this.rows = rows;
    for (CountKind kind : CountKind.values()) {
      candidates(kind)
          .map(this::find)
          .flatMap(Optional::stream)
          .findFirst()
          .filter(found -> isThere(kind, found))
          .ifPresent(found -> ofCounts.put(kind, found));
    }
  }

  /** The data types that count something, the one first that counts it best. */
  private static Stream<AudienceType> candidates(CountKind kind) {
    return switch (kind) {
      case WATCHERS -> Stream.of(AudienceType.VIEWERS, AudienceType.OTS);
      case OTS -> Stream.of(AudienceType.OTS);
      case FOOTFALL -> Stream.of(AudienceType.FOOTFALL, AudienceType.VEHICLES_FOOTFALL);
      case VEHICLES -> Stream.of(AudienceType.VEHICLES, AudienceType.VEHICLES_FOOTFALL);
    };
  }

  /** Watchers beside people who pass by are there only where a camera counted any. */
  private static boolean isThere(CountKind kind, CountedRows found) {
    return kind != CountKind.WATCHERS
        || found.type() != AudienceType.OTS
        || found.counter().hasSeen(kind)
        || found.counter().rows() == 0;
  }

  private Optional<CountedRows> find(AudienceType type) {
    return rows.stream().filter(counted -> counted.type() == type).findFirst();
  }

  /** The kinds of counts that there are. */
  List<CountKind> kinds() {
    return List.copyOf(ofCounts.keySet());
  }

  /** Which rows give a count; only of a kind that there is. */
  CountedRows of(CountKind kind) {
    CountedRows found = ofCounts.get(kind);
    if (found == null) {
      throw new IllegalArgumentException("kind must be there, but was " + kind);
    }
    return found;
  }

  /** Which rows give a rate; empty where none do. */
  Optional<CountedRows> of(RateKind rate) {
    return switch (rate) {
      case CONVERSION -> find(AudienceType.OTS);
      case DWELL, ATTENTION, ATTENTION_SHARE -> find(AudienceType.VIEWERS);
      case FOOTFALL_PRESENCE -> Optional.ofNullable(ofCounts.get(CountKind.FOOTFALL));
      case VEHICLE_PRESENCE -> Optional.ofNullable(ofCounts.get(CountKind.VEHICLES));
    };
  }

  /** The main figure: the first that any camera counted, and if none did, the first. */
  CountKind main() {
    return Arrays.stream(CountKind.values())
        .filter(ofCounts::containsKey)
        .filter(kind -> of(kind).counter().hasSeen(kind))
        .findFirst()
        .orElseGet(() -> ofCounts.keySet().iterator().next());
  }
}
