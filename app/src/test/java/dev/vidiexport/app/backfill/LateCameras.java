package dev.vidiexport.app.backfill;

import dev.vidiexport.http.sandbox.SandboxHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What happens to the cameras of a sandbox around the first nights in which a history is kept
 * current. All are in UTC, and each event is of a camera of its own.
 *
 * @param firstNight the day of the first sync, before which there is the whole past
 * @param longSilence how long one of them had sent nothing by then
 */
record LateCameras(LocalDate firstNight, Duration longSilence) {
  static final long DEAD = 1056;
  static final long HOURS_LATE = 1057;
  static final long DAYS_LATE = 1058;
  static final long WEEKS_LATE = 1059;
  static final long NEW = 1060;
  static final long RECOUNTED = 1061;
  static final long FORGETTING = 1062;

  private static final Instant FOR_EVER = Instant.parse("2099-01-01T00:00:00Z");

  /** A camera whose figures are told otherwise from a time on, or that loses half of them. */
  record Change(long location, Instant since, Instant at) {}

  /** Hours after the beginning of the first night's day. */
  private Instant hour(long hours) {
    return firstNight.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hours));
  }

  Change recount() {
    return new Change(RECOUNTED, hour(0), hour(2 * 24 + 12));
  }

  Change loss() {
    return new Change(FORGETTING, hour(24), hour(2 * 24 + 13));
  }

  Instant appearance() {
    return hour(24 + 10);
  }

  /** All of it. */
  SandboxHistory in(SandboxHistory history) {
    return history
        .withTimeZones(List.of(Optional.of(ZoneOffset.UTC)))
        .withSilence(DEAD, hour(12), FOR_EVER)
        .withSilence(HOURS_LATE, hour(18), hour(24 + 9))
        .withSilence(DAYS_LATE, hour(-24), hour(2 * 24 + 12))
        .withSilence(WEEKS_LATE, hour(0).minus(longSilence), hour(24 + 12))
        .withAppearance(NEW, appearance())
        .withRecount(RECOUNTED, recount().since(), recount().at())
        .withLoss(FORGETTING, loss().since(), loss().at());
  }
}
