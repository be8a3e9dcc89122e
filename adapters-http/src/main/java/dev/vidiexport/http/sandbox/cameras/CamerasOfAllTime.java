package dev.vidiexport.http.sandbox.cameras;

import dev.vidiexport.http.sandbox.chance.Chance;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How the cameras are doing at the end of the made-up time, whenever one asks: most have sent until
 * then, some are late, and some have been taken down.
 */
final class CamerasOfAllTime implements Cameras {
  /** The present of the made-up data. */
  private static final LocalDateTime LAST_UPLOAD = LocalDateTime.of(2026, 1, 31, 23, 55);

  private static final int MOST_DAYS_LATE = 20;
  private static final int LATE_ONE_IN = 4;

  private final CameraChances chances;

  CamerasOfAllTime(CameraChances chances) {
    this.chances = chances;
  }

  @Override
  public boolean isSeen(long location) {
    return true;
  }

  @Override
  public Camera camera(long location) {
    return new Camera(
        !chances.isTakenDown(location),
        chances.created(location),
        Optional.of(lastUpload(location)),
        Optional.of(lastUpload(location).plus(Camera.FROM_UPLOAD_TO_SIGHT)),
        Optional.of(CameraChances.zone(location)));
  }

  @Override
  public Optional<String> newName(long location) {
    return Optional.empty();
  }

  @Override
  public WholeLife lifeOf(long location) {
    return new WholeLife(chances.created(location), lastUpload(location));
  }

  @Override
  public Life lifeOf(LongStream locations) {
    return locations.mapToObj(this::lifeOf).reduce(WholeLife::with).orElseThrow();
  }

  private LocalDateTime lastUpload(long location) {
    if (chances.isTakenDown(location)) {
      return chances.takenDown(location);
    }
    return Chance.onceIn(LATE_ONE_IN, chances.of(location, 3))
        ? LAST_UPLOAD.minusDays(1 + Chance.below(chances.of(location, 4), MOST_DAYS_LATE))
        : LAST_UPLOAD;
  }
}
