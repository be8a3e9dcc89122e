package dev.vidiexport.domain.architecture.planted.fingerprint;

import dev.vidiexport.domain.architecture.planted.typing.PlantedTyping;

/** Breaks the rule that fingerprints depend on rows alone. */
final class FingerprintThatKnowsTyping {
  void use(PlantedTyping typing) {
    typing.find();
  }
}
