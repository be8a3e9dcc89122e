package dev.vidiexport.app.backfill;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How often the days of an export must be asked for, night after night, as users are promised it:
 * reckoned from what the cameras did, and not from any ledger. All of a day's cameras that are
 * missing fit into one request.
 */
final class FewestLooks {
  private static final Duration LOOKBACK = Duration.ofDays(7);
  private static final Duration ZONES = Duration.ofHours(14);
  private static final Duration DAY = Duration.ofDays(1);

  private final LateCameras cameras;
  private final Map<LocalDate, List<Slice>> slices = new TreeMap<>();
  private final Set<LocalDate> lost = new TreeSet<>();

  FewestLooks(LateCameras cameras) {
    this.cameras = cameras;
  }

  /** One request for a day, and the last look at it that was taken. */
  private static final class Slice {
    private final Set<Long> locations;
    private Instant at = Instant.MIN;
    private Map<Long, Instant> uploads = Map.of();
    private boolean isForUpload;

    Slice(Set<Long> locations) {
      this.locations = locations;
    }

    void look(Instant now, Map<Long, Optional<Instant>> seen, boolean changedByUpload) {
      at = now;
      isForUpload = changedByUpload;
      uploads =
          seen.entrySet().stream()
              .filter(entry -> entry.getValue().isPresent())
              .collect(
                  Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().orElseThrow()));
    }
  }

  /** The days of which a later look had less, so that it was turned down. */
  Set<LocalDate> lost() {
    return lost;
  }

  /**
   * How many slices a night must ask for.
   *
   * @param days all days that are over
   * @param listed when each camera of the export that is listed has uploaded last, if ever
   */
  int night(Instant now, List<LocalDate> days, Map<Long, Optional<Instant>> listed) {
    int asked = 0;
    for (LocalDate day : days) {
      List<Slice> known = slices.computeIfAbsent(day, some -> new ArrayList<>());
      for (Slice slice : known) {
        asked += isDue(day, slice, listed) ? look(day, slice, now, listed) : 0;
      }
      Set<Long> missing = cells(day, listed.keySet());
      known.forEach(slice -> missing.removeAll(slice.locations));
      if (!missing.isEmpty()) {
        Slice first = new Slice(missing);
        first.look(now, listed, false);
        known.add(first);
        asked++;
      }
    }
    return asked;
  }

  private Set<Long> cells(LocalDate day, Set<Long> listed) {
    Set<Long> cells = new TreeSet<>(listed);
    if (cameras.appearance().isAfter(end(day).plus(DAY))) {
      cells.remove(LateCameras.NEW);
    }
    return cells;
  }

  private static boolean isDue(LocalDate day, Slice slice, Map<Long, Optional<Instant>> listed) {
    return slice.isForUpload
        || hasUploaded(day, slice, listed)
        || slice.at.isBefore(end(day).plus(LOOKBACK));
  }

  private static boolean hasUploaded(
      LocalDate day, Slice slice, Map<Long, Optional<Instant>> listed) {
    return slice.locations.stream()
        .anyMatch(
            location -> {
              Instant before = slice.uploads.getOrDefault(location, Instant.MIN);
              Instant now = listed.get(location).orElse(Instant.MIN);
              return before.isBefore(now)
                  && before.isBefore(end(day).plus(ZONES))
                  && now.isAfter(begin(day).minus(ZONES));
            });
  }

  private int look(LocalDate day, Slice slice, Instant now, Map<Long, Optional<Instant>> listed) {
    if (has(cameras.loss(), day, slice, now) && !has(cameras.loss(), day, slice, slice.at)) {
      lost.add(day);
      return 1;
    }
    Slice then = new Slice(slice.locations);
    then.look(now, listed, false);
    boolean isChanged = !known(day, slice).equals(known(day, then));
    boolean isForUpload = slice.isForUpload || hasUploaded(day, slice, listed);
    slice.look(now, listed, isForUpload && isChanged);
    return 1;
  }

  /** What VidiCenter knew of a day at a look, camera by camera. */
  private Map<Long, String> known(LocalDate day, Slice slice) {
    return slice.locations.stream()
        .collect(
            Collectors.toMap(
                location -> location,
                location ->
                    known(day, slice.uploads.getOrDefault(location, Instant.MIN))
                        + (location == LateCameras.RECOUNTED
                            && has(cameras.recount(), day, slice, slice.at))));
  }

  private static String known(LocalDate day, Instant upload) {
    Instant until = upload.isAfter(end(day)) ? end(day) : upload;
    return until.isAfter(begin(day)) ? until.toString() : "";
  }

  private static boolean has(LateCameras.Change change, LocalDate day, Slice slice, Instant now) {
    return slice.locations.contains(change.location())
        && !change.at().isAfter(now)
        && change.since().isBefore(end(day))
        && change.at().isAfter(begin(day));
  }

  private static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant end(LocalDate day) {
    return begin(day.plusDays(1));
  }
}
