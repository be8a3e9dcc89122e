package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.history.LedgerExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceAnswer;
import dev.vidiexport.domain.port.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In the folder is what the ledger says, what was replaced, and nothing else. */
final class FolderVerdict {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofDays(1);

  private final SimulatedHistory history;
  private final SimulatedSync sync;
  private final boolean isUndisturbed;
  private final List<String> findings;
  private final WholeSlices whole;
  private final Map<String, PublishedFile> standing = new HashMap<>();
  private final Map<Path, PublishedFile> replaced = new HashMap<>();
  private final Map<Path, Instant> replacedAt = new HashMap<>();
  private final Set<Path> mayBeAside = new HashSet<>();
  private final Set<String> mayStand = new HashSet<>();

  /**
   * Looks at a folder after a sync.
   *
   * @param isUndisturbed whether the sync had every chance to leave nothing behind
   */
  FolderVerdict(
      SimulatedHistory history, SimulatedSync sync, boolean isUndisturbed, List<String> findings) {
    this.history = history;
    this.sync = sync;
    this.isUndisturbed = isUndisturbed;
    this.findings = findings;
    this.whole = new WholeSlices(history);
  }

  void check() {
    collect();
    checkStanding();
    checkReplaced();
    for (String entry : history.disk.disk().entries()) {
      Path path = Path.of(entry);
      if (history.disk.disk().isFile(path)) {
        checkOwned(path);
      }
    }
  }

  private void collect() {
    for (LedgerExport export : history.ledger.exports()) {
      history.ledger.slices(
          export.name(),
          slice ->
              slice
                  .answer()
                  .flatMap(SliceAnswer::file)
                  .ifPresent(file -> standing.put(file.path(), file)));
    }
    history.watch.replaced().forEach(each -> put(each.file(), each.at()));
    for (Ledger.Publication open : history.ledger.publications()) {
      open.answer().file().ifPresent(file -> mayStand.add(file.path()));
      open.earlier()
          .flatMap(SliceAnswer::file)
          .ifPresent(
              file -> {
                mayStand.add(file.path());
                mayBeAside.add(aside(file));
                standing.remove(file.path());
                checkOpen(open, file);
              });
    }
    if (isUndisturbed && !mayStand.isEmpty() && sync.ending().isEmpty()) {
      findings.add("a publication is open that nothing interrupted: " + mayStand);
    }
  }

  private void put(PublishedFile file, Instant at) {
    replaced.put(aside(file), file);
    replacedAt.put(aside(file), at);
  }

  /** Where a replaced file is kept. */
  static Path aside(PublishedFile file) {
    int dot = file.path().indexOf('.');
    return HistoryDisk.OWN
        .resolve("replaced")
        .resolve(
            file.path().substring(0, dot)
                + "."
                + file.sha256().substring(0, 8)
                + file.path().substring(dot));
  }

  /** Either the earlier file or its successor must be there, whole. */
  private void checkOpen(Ledger.Publication open, PublishedFile earlier) {
    boolean isThere =
        whole.stands(earlier)
            || isAside(aside(earlier), earlier)
            || open.answer().file().map(whole::stands).orElse(false);
    if (!isThere) {
      findings.add("lost %s while it was replaced".formatted(earlier.path()));
    }
  }

  private boolean isAside(Path place, PublishedFile file) {
    byte[] content = history.disk.disk().content(place);
    return content != null && history.contents.has(content, file.sha256());
  }

  private void checkStanding() {
    for (PublishedFile file : standing.values()) {
      if (!whole.stands(file)) {
        findings.add("the ledger has a file that is not there whole: " + file.path());
      }
    }
  }

  private void checkReplaced() {
    replaced.forEach(
        (place, file) -> {
          Instant limit = replacedAt.get(place).plus(KEPT);
          boolean isCurrent = file.equals(standing.get(file.path()));
          if (limit.minus(DAY).isAfter(history.time.now())) {
            if (!isCurrent && !isAside(place, file)) {
              findings.add("what was replaced is not kept: " + place);
            }
          } else if (limit.plus(DAY).isBefore(sync.begun()) && isUndisturbed && !isCurrent) {
            history.machine.reach(HistoryFault.OLD_FILE_REMOVED);
            if (history.disk.disk().isFile(place)) {
              findings.add("what was replaced is kept for too long: " + place);
            }
          }
        });
  }

  private void checkOwned(Path path) {
    if (path.startsWith(HistoryDisk.OWN.resolve("replaced"))) {
      if (!replaced.containsKey(path) && !mayBeAside.contains(path) && isUndisturbed) {
        findings.add("something is kept aside that nothing replaced: " + path);
      }
    } else if (path.startsWith(HistoryDisk.OWN)) {
      checkOwn(path);
    } else {
      String name = HistoryDisk.TARGET.relativize(path).toString();
      if (!standing.containsKey(name) && !mayStand.contains(name)) {
        findings.add("there is a file that nobody owns: " + name);
      }
    }
  }

  private void checkOwn(Path path) {
    String name = HistoryDisk.OWN.relativize(path).getName(0).toString();
    boolean isKnown = name.equals("lock") || name.equals("lock-holder");
    boolean isStaging = name.startsWith(".slice.vidiexport-");
    if (!isKnown && !isStaging) {
      findings.add("there is a file that nobody knows: " + path);
    }
    if (isStaging && isUndisturbed && !history.disk.mayHoldLitter()) {
      findings.add("a staging folder is left: " + path);
    }
  }
}
