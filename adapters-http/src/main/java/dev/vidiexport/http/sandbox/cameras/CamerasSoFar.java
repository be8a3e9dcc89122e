package dev.vidiexport.http.sandbox.cameras;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** How the cameras are doing at a time, by a plan: nothing is known of what comes later. */
final class CamerasSoFar implements Cameras {
  private static final int UPLOADS = 5;

  private final CameraPlan plan;
  private final CameraChances chances;
  private final Instant now;

  CamerasSoFar(CameraPlan plan, CameraChances chances, Instant now) {
    this.plan = plan;
    this.chances = chances;
    this.now = now;
  }

  @Override
  public boolean isSeen(long location) {
    return plan.isSeen(location, now);
  }

  /** An upload is told in UTC, as the clock of the service has it. */
  @Override
  public Camera camera(long location) {
    Optional<Instant> upload = lastUpload(location);
    return new Camera(
        now.isBefore(end(location)),
        created(location),
        upload.map(CamerasSoFar::inUtc),
        upload
            .map(sent -> earlier(sent.plus(Camera.FROM_UPLOAD_TO_SIGHT), now))
            .map(CamerasSoFar::inUtc),
        plan.zone(location));
  }

  private static LocalDateTime inUtc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  @Override
  public Optional<String> newName(long location) {
    return plan.newName(location, now);
  }

  @Override
  public Life lifeOf(long location) {
    LocalDateTime created = created(location);
    LocalDateTime until =
        lastUpload(location)
            .map(upload -> LocalDateTime.ofInstant(earlier(upload, end(location)), zone(location)))
            .filter(created::isBefore)
            .orElse(created);
    Life life = new LifeSoFar(created, until);
    for (CameraEvent.Recounts recount : plan.recounts(location, now)) {
      life =
          new RecountedLife(life, local(recount.since(), location), local(recount.at(), location));
    }
    for (CameraEvent.Forgets loss : plan.losses(location, now)) {
      life = new ForgottenLife(life, local(loss.since(), location), local(loss.at(), location));
    }
    return life;
  }

  @Override
  public Life lifeOf(LongStream locations) {
    return new SharedLife(locations.mapToObj(this::lifeOf).toList());
  }

  private LocalDateTime local(Instant time, long location) {
    return LocalDateTime.ofInstant(time, zone(location));
  }

  private ZoneOffset zone(long location) {
    return plan.zone(location).orElse(ZoneOffset.UTC);
  }

  private LocalDateTime created(long location) {
    return plan.appearance(location)
        .map(appearance -> LocalDateTime.ofInstant(appearance, zone(location)))
        .orElseGet(() -> chances.created(location));
  }

  /** When the camera stops to measure: when it is taken down, if it is. */
  private Instant end(long location) {
    return chances.isTakenDown(location)
        ? chances.takenDown(location).toInstant(zone(location))
        : Instant.MAX;
  }

  /** Empty where the camera has sent nothing yet. */
  private Optional<Instant> lastUpload(long location) {
    List<CameraEvent.FallsSilent> silences = plan.silences(location);
    Instant heard = lastHeard(silences);
    Instant end = end(location);
    UploadHabit habit =
        plan.lateUploads() ? UploadHabit.byTurns(location, chances.seed()) : UploadHabit.PROMPT;
    Instant last = end.isAfter(heard) ? habit.lastUpTo(heard, chances.of(location, UPLOADS)) : end;
    for (CameraEvent.FallsSilent silence : silences) {
      if (!silence.until().isAfter(heard) && silence.until().isAfter(last)) {
        last = silence.until();
      }
    }
    return Optional.of(last)
        .filter(upload -> upload.isAfter(created(location).toInstant(zone(location))));
  }

  /** Now, or when the silence began that lasts until after now. */
  private Instant lastHeard(List<CameraEvent.FallsSilent> silences) {
    Instant heard = now;
    for (int later = silences.size() - 1; later >= 0; later--) {
      CameraEvent.FallsSilent silence = silences.get(later);
      if (!silence.at().isAfter(heard) && silence.until().isAfter(heard)) {
        heard = silence.at();
      }
    }
    return heard;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
