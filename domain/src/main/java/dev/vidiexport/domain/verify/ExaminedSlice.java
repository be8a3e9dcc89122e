package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.port.StandingSlices.Standing;

/** What was found in the place of a slice with rows. Immutable. */
record ExaminedSlice(Standing standing, RowCheck rows) {
  /** Whether everything is as the ledger has it, as far as anybody can say. */
  boolean isGood() {
    return standing == Standing.AS_LISTED && !(rows instanceof RowCheck.Other);
  }
}
