package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * A slice that is to be asked for. Immutable.
 *
 * @param known what the ledger knows of it; empty when it is new
 * @param divisible whether it may be halved: its sources are free, and more than one
 * @param dueReason why it is looked at once more although it has an answer, whatever else it is
 *     asked for; empty where nothing speaks for that
 * @param notBefore the moment at which it becomes due; empty where it may be asked for at once
 */
public record PlannedSlice(
    SliceKey key,
    SlicePurpose purpose,
    Optional<SliceRecord> known,
    boolean divisible,
    Optional<DueReason> dueReason,
    Optional<Instant> notBefore) {
  public PlannedSlice {
    requireNonNull(key, "key must not be null");
    requireNonNull(purpose, "purpose must not be null");
    requireNonNull(known, "known must not be null");
    requireNonNull(dueReason, "dueReason must not be null");
    requireNonNull(notBefore, "notBefore must not be null");
  }

  /** A slice that is asked for at once, and not because of late data. */
  public PlannedSlice(
      SliceKey key, SlicePurpose purpose, Optional<SliceRecord> known, boolean divisible) {
    this(key, purpose, known, divisible, Optional.empty(), Optional.empty());
  }

  /** Whether it is looked at because a location has uploaded late. */
  public boolean isForUpload() {
    return dueReason.filter(DueReason::isForUpload).isPresent();
  }
}
