package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.planning.WindowClosings;
import dev.vidiexport.domain.request.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * When a slice with an answer is to be looked at once more, reckoned from what users are promised
 * of late data.
 */
final class DuePromise {
  private static final Duration AGE = Duration.ofHours(24);
  private static final Duration ZONES = Duration.ofHours(14);

  private final SimulatedHistory history;

  DuePromise(SimulatedHistory history) {
    this.history = history;
  }

  /** Why a slice is looked at again. */
  enum Why {
    LOOKBACK,
    UPLOAD,
    CHANGED
  }

  /** Why a slice with an answer is due at a moment; empty where it is not due then. */
  Optional<Why> due(SliceKey key, Instant now) {
    return answer(key)
        .filter(answer -> !now.isBefore(answer.builtAt().plus(AGE)))
        .flatMap(answer -> reason(key));
  }

  private Optional<SliceAnswer> answer(SliceKey key) {
    return history.ledger.slice(key).flatMap(slice -> slice.answer());
  }

  /** Why it is looked at again as soon as its build is old enough. */
  Optional<Why> reason(SliceKey key) {
    Optional<SliceAnswer> known = answer(key);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    SliceAnswer answer = known.get();
    HistoryExport export = history.project.export(key.export());
    Instant windowEnd =
        WindowClosings.of(export, Optional.of(history.topology.topology())).overAt(key.window());
    if (hasUploaded(key, answer.askedAt(), windowEnd)) {
      return Optional.of(Why.UPLOAD);
    }
    if (history.watch.answers().isChangedByUpload(key)) {
      return Optional.of(Why.CHANGED);
    }
    boolean isRecent =
        answer.builtAt().isBefore(windowEnd.plus(Duration.ofDays(export.lookbackDays())));
    return isRecent ? Optional.of(Why.LOOKBACK) : Optional.empty();
  }

  private boolean hasUploaded(SliceKey key, Instant askedAt, Instant windowEnd) {
    return locations(key).stream()
        .filter(location -> isThere(location, key))
        .anyMatch(location -> hasUploaded(location, key, askedAt, windowEnd));
  }

  /** Of a tag any location may be one. */
  private static List<Long> locations(SliceKey key) {
    return key.sources().kind() == SourceKind.LOCATIONS
        ? key.sources().ids().boxed().toList()
        : SimulatedTopology.LOCATIONS;
  }

  /** What was made more than a day after the window has nothing in it. */
  private boolean isThere(long location, SliceKey key) {
    LocalDateTime dayAfter = key.window().firstSecondAfter().plusDays(1);
    return history.topology.creation(location).filter(dayAfter::isBefore).isEmpty();
  }

  private boolean hasUploaded(long location, SliceKey key, Instant askedAt, Instant windowEnd) {
    Optional<Instant> now = history.seen.now(location).map(DuePromise::utc);
    Instant before = history.seen.at(location, askedAt).map(DuePromise::utc).orElse(Instant.EPOCH);
    Instant earliest = utc(key.window().firstSecond()).minus(ZONES);
    return now.isPresent()
        && before.isBefore(now.get())
        && before.isBefore(windowEnd.plus(ZONES))
        && now.get().isAfter(earliest);
  }

  private static Instant utc(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC);
  }
}
