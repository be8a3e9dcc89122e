package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.port.StandingFiles.Standing;

/** What was found in the place of a listed file. Immutable. */
record ExaminedFile(Standing standing, RowCheck rows) {
  /** Whether everything is as the ledger has it, as far as anybody can say. */
  boolean isGood() {
    return standing == Standing.AS_LISTED && !(rows instanceof RowCheck.Other);
  }
}
