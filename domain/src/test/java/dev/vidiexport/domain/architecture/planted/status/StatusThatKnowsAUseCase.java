package dev.vidiexport.domain.architecture.planted.status;

import dev.vidiexport.domain.architecture.planted.export.PlantedUseCase;

/** Breaks the rule that statuses know a ledger, and nobody who changes it. */
final class StatusThatKnowsAUseCase {
  void run(PlantedUseCase useCase) {
    useCase.run();
  }
}
