package dev.vidiexport.domain.architecture.planted.enrichment;

import dev.vidiexport.domain.architecture.planted.export.PlantedUseCase;

/** Breaks the rule that additions know values. */
final class AdditionThatKnowsAUseCase {
  void run(PlantedUseCase useCase) {
    useCase.run();
  }
}
