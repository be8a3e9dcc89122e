package dev.vidiexport.http.sandbox.cameras;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How one camera stands, at some time.
 *
 * @param active whether it is meant to be at work
 * @param created when it was created, in its local time
 * @param lastUpload when it last sent what it had measured; empty before the first time
 * @param lastSeen when it was last heard of; empty before the first upload
 * @param zone where its clock stands; empty where nobody said so
 */
public record Camera(
    boolean active,
    LocalDateTime created,
    Optional<LocalDateTime> lastUpload,
    Optional<LocalDateTime> lastSeen,
    Optional<ZoneOffset> zone) {
  /** From an upload until the camera is last heard of. */
  static final Duration FROM_UPLOAD_TO_SIGHT = Duration.ofSeconds(132);
}
