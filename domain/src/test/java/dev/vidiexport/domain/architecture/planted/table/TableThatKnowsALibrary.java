package dev.vidiexport.domain.architecture.planted.table;

import org.assertj.core.util.Lists;

/** Breaks the rule that the domain knows the JDK only. */
final class TableThatKnowsALibrary {
  Object list() {
    return Lists.newArrayList();
  }
}
