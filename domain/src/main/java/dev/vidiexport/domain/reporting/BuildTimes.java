package dev.vidiexport.domain.reporting;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** When VidiCenter built rows. */
final class BuildTimes {
  private BuildTimes() {}

  /** One time, or the first and the last of several; empty where nobody knows any. */
  static Optional<String> of(Set<String> dates) {
    TreeSet<String> sorted = new TreeSet<>(dates);
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        sorted.size() == 1 ? sorted.first() : sorted.first() + " – " + sorted.last());
  }
}
