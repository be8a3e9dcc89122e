package dev.vidiexport.domain.planning;

import static java.util.Objects.requireNonNull;

import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.SliceRecord;
import java.util.Optional;

/**
 * A slice that is to be asked for. Immutable.
 *
 * @param known what the ledger knows of it; empty when it is new
 * @param divisible whether it may be halved: its sources are free, and more than one
 */
public record PlannedSlice(
    SliceKey key, SlicePurpose purpose, Optional<SliceRecord> known, boolean divisible) {
  public PlannedSlice {
    requireNonNull(key, "key must not be null");
    requireNonNull(purpose, "purpose must not be null");
    requireNonNull(known, "known must not be null");
  }
}
