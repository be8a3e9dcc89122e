package dev.vidiexport.domain.architecture.planted.diagnosis;

import dev.vidiexport.domain.architecture.planted.export.PlantedUseCase;

/** Breaks the rule that diagnoses know what was tried, and nobody who tries. */
final class DiagnosisThatKnowsAUseCase {
  void run(PlantedUseCase useCase) {
    useCase.run();
  }
}
