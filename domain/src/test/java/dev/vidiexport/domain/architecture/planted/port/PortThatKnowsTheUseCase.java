package dev.vidiexport.domain.architecture.planted.port;

import dev.vidiexport.domain.architecture.planted.export.PlantedUseCase;

/** Breaks the rule that nobody reaches a use case. */
final class PortThatKnowsTheUseCase {
  void run(PlantedUseCase useCase) {
    useCase.run();
  }
}
