package dev.vidiexport.domain.architecture.planted.table;

import dev.vidiexport.domain.architecture.planted.typing.PlantedTyping;

/** Breaks the rule that tables, which plugins see, know nobody. */
final class TableThatKnowsTyping {
  void use(PlantedTyping typing) {
    typing.find();
  }
}
