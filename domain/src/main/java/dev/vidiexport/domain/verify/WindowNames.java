package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.history.SliceRecord;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger.Publication;
import dev.vidiexport.domain.port.LedgerReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which files may stand in the folder of a window. Immutable.
 *
 * @param known paths of files that slices have, or that are announced for them
 * @param lost how paths begin of files of slices that have no answer
 */
record WindowNames(Set<String> known, Set<String> lost) {
  WindowNames {
    known = Set.copyOf(known);
    lost = Set.copyOf(lost);
  }

  /** By what the ledger says now. */
  static WindowNames of(LedgerReader ledger, String export, TimeWindow window) {
    Set<String> known = new HashSet<>();
    Set<String> lost = new HashSet<>();
    // What is announced first: otherwise it could be noted between the two, and not be seen.
    for (Publication announced : ledger.publications()) {
      if (announced.key().export().equals(export) && announced.key().window().equals(window)) {
        path(Optional.of(announced.answer())).ifPresent(known::add);
        path(announced.earlier()).ifPresent(known::add);
      }
    }
    for (SliceRecord slice : ledger.slicesIn(export, window)) {
      path(slice.answer()).ifPresent(known::add);
      if (slice.answer().isEmpty()) {
        lost.add(slice.key().file(""));
      }
    }
    return new WindowNames(known, lost);
  }

  private static Optional<String> path(Optional<SliceAnswer> answer) {
    return answer.flatMap(SliceAnswer::file).map(PublishedFile::path);
  }

  boolean has(String path) {
    return known.contains(path);
  }

  /** What people should know of a file that no slice has. */
  Optional<String> remark(String path) {
    int dot = path.indexOf('.', path.lastIndexOf('/') + 1);
    return dot > 0 && lost.contains(path.substring(0, dot + 1))
        ? Optional.of("sync replaces it")
        : Optional.empty();
  }
}
