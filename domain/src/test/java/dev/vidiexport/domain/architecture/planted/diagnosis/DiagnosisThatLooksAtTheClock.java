package dev.vidiexport.domain.architecture.planted.diagnosis;

import java.time.Instant;

/** Breaks the rule that diagnoses are told the present moment. */
final class DiagnosisThatLooksAtTheClock {
  Instant now() {
    return Instant.now();
  }
}
