package dev.vidiexport.domain.enrichment;

import dev.vidiexport.domain.rows.RowMoments;
import dev.vidiexport.domain.table.RowBatch;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The times of the rows of a batch in UTC. For one thread. */
final class RowInstants {
  /** The year 1 begins with the one, and 9999 ends before the other. */
  private static final long FIRST = -719_162 * UtcConversion.MICROS_PER_DAY;

  private static final long END = 2_932_897 * UtcConversion.MICROS_PER_DAY;

  private final RowMoments moments;
  private final Optional<RowPlaces> places;
  private final boolean isBelowDay;
  private final EnrichmentNotes notes;
  private final Map<ZoneId, UtcConversion> conversions = new HashMap<>();
  private final List<Optional<UtcConversion>> ofPlaces;
  private final Optional<UtcConversion> otherwise;
  private long[] utc = new long[0];
  private boolean[] isAmbiguous = new boolean[0];

  /**
   * Turns times into UTC.
   *
   * @param places empty where rows name no place
   * @param otherwise the zone of rows whose place has none
   * @param isBelowDay whether a day has several periods; if not, a row stands for its first moment
   */
  RowInstants(
      RowMoments moments,
      Optional<RowPlaces> places,
      Optional<ZoneId> otherwise,
      boolean isBelowDay,
      EnrichmentNotes notes) {
    this.moments = moments;
    this.places = places;
    this.isBelowDay = isBelowDay;
    this.notes = notes;
    this.otherwise = otherwise.map(this::conversion);
    this.ofPlaces =
        places.map(RowPlaces::all).orElse(List.of()).stream()
            .map(place -> place.zone().map(this::conversion))
            .toList();
  }

  /** One for each zone, because it remembers what it found last. */
  private UtcConversion conversion(ZoneId zone) {
    return conversions.computeIfAbsent(zone, UtcConversion::new);
  }

  void read(RowBatch batch) {
    if (batch.rows() > utc.length) {
      utc = new long[batch.rows()];
      isAmbiguous = new boolean[batch.rows()];
    }
    for (int row = 0; row < batch.rows(); row++) {
      utc[row] = UtcConversion.SKIPPED;
      if (moments.isTold(row)) {
        read(row);
      }
    }
  }

  private void read(int row) {
    Optional<UtcConversion> conversion = conversion(row);
    if (conversion.isEmpty()) {
      notes.withoutZone(places.map(named -> named.id(row)));
      return;
    }
    long local = moments.micros(row);
    long instant =
        isBelowDay
            ? conversion.get().utc(local)
            : conversion.get().beginOfDay(Math.floorDiv(local, UtcConversion.MICROS_PER_DAY));
    if (instant >= FIRST && instant < END) {
      utc[row] = instant;
      isAmbiguous[row] = isBelowDay && conversion.get().isAmbiguous(local);
    }
  }

  private Optional<UtcConversion> conversion(int row) {
    int place = places.isPresent() ? places.get().number(row) : RowPlaces.UNKNOWN;
    return place == RowPlaces.UNKNOWN ? otherwise : ofPlaces.get(place);
  }

  /** Whether the time of a row of the batch read last is known in UTC. */
  boolean isKnown(int row) {
    return utc[row] != UtcConversion.SKIPPED;
  }

  /** The time of a row in UTC, in microseconds since 1970; only where it is known. */
  long micros(int row) {
    return utc[row];
  }

  /** Whether the clock showed the time of a row twice; only where it is known. */
  boolean isAmbiguous(int row) {
    return isAmbiguous[row];
  }
}
