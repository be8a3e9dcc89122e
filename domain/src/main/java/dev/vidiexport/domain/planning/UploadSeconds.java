package dev.vidiexport.domain.planning;

import dev.vidiexport.domain.topology.CreationText;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time of an upload in seconds since 1970-01-01T00:00. VidiCenter writes it without a zone, so
 * it is read as UTC, and is wrong by 14 hours at most.
 */
final class UploadSeconds {
  /** What stands for no upload: it is before any. */
  static final long NONE = Long.MIN_VALUE;

  private UploadSeconds() {}

  /**
   * Reads the time of an upload.
   *
   * @param text as VidiCenter wrote it; one that cannot be read counts as none
   */
  static long of(Optional<String> text) {
    return text.flatMap(CreationText::time).map(UploadSeconds::of).orElse(NONE);
  }

  /** Any time without a zone, read in the same way. */
  static long of(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }
}
