package dev.vidiexport.app.simulation.history;

import dev.vidiexport.domain.failure.FailureReason;
import dev.vidiexport.domain.history.ExportIdentity;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.PublishedFile;
import dev.vidiexport.domain.history.SliceChange;
import dev.vidiexport.domain.history.SliceFailure;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.planning.PlanOrder;
import dev.vidiexport.domain.planning.PlanSettings;
import dev.vidiexport.domain.planning.PlannedSlice;
import dev.vidiexport.domain.planning.SlicePurpose;
import dev.vidiexport.domain.port.InMemoryLedger;
import dev.vidiexport.domain.sync.ColumnNews;
import dev.vidiexport.domain.sync.ExportCounts;
import dev.vidiexport.domain.sync.HistoryPlanning;
import dev.vidiexport.domain.sync.MissingSlice;
import dev.vidiexport.domain.sync.SyncResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a sync tells at its end is what it did, and what is missing is what it says is missing. */
final class ResultVerdict {
  private final SimulatedHistory history;
  private final SimulatedSync sync;
  private final SyncResult result;
  private final boolean isCalm;
  private final List<String> findings;

  ResultVerdict(
      SimulatedHistory history,
      SimulatedSync sync,
      SyncResult result,
      boolean isCalm,
      List<String> findings) {
    this.history = history;
    this.sync = sync;
    this.result = result;
    this.isCalm = isCalm;
    this.findings = findings;
  }

  void check() {
    checkCalls();
    result.exports().forEach(this::checkCounts);
    // The one slice whose end a failing ledger could not take is neither left nor counted.
    if (sync.hasPlanned() && !history.machine.hasLedgerFailed()) {
      history.project.exports().forEach(this::checkMissing);
      if (result.ending().isEmpty()) {
        new DueVerdict(history, sync, result, findings).check();
      }
    }
    checkColumnNews();
    tell();
    if (isCalm && result.ending().isEmpty()) {
      checkNothingLeft();
    }
  }

  /** Each change of the columns is told once, and that it is was noted. */
  private void checkColumnNews() {
    for (ColumnNews news : result.columnNews()) {
      history.machine.reach(HistoryFault.COLUMN_CHANGE_TOLD);
      if (!history.isNews(news)) {
        findings.add("tells twice that a column has changed: " + news);
      }
    }
    if (result.ending().isEmpty() && result.columnNews().size() != history.watch.changesTold()) {
      findings.add(
          "tells of %s changed columns, but notes %s"
              .formatted(result.columnNews().size(), history.watch.changesTold()));
    }
  }

  /** A call that was ended before it was sent may have been sent or not, for all that is known. */
  private void checkCalls() {
    long sent = history.service.arrived();
    long most = sent + sync.unsent();
    if (result.calls() < sent || result.calls() > most) {
      findings.add("counts %s calls, but sent %s".formatted(result.calls(), sent));
    }
  }

  private void checkCounts(ExportCounts counts) {
    String name = counts.name();
    List<InMemoryLedger.Change> changes =
        history.watch.changes().stream().filter(each -> each.key().export().equals(name)).toList();
    compare(name, "published", counts.published(), count(changes, SliceChange.PUBLISHED));
    long stillEmpty = changes.stream().filter(ResultVerdict::isStillEmpty).count();
    compare(
        name, "unchanged", counts.unchanged(), count(changes, SliceChange.UNCHANGED) - stillEmpty);
    compare(name, "replaced", counts.replaced(), count(changes, SliceChange.REPLACED));
    compare(name, "empty", counts.empty(), count(changes, SliceChange.EMPTY) + stillEmpty);
    Predicate<InMemoryLedger.Change> isNew = change -> change.change() != SliceChange.UNCHANGED;
    compare(
        name,
        "rows",
        counts.rows(),
        changes.stream().filter(isNew).mapToLong(change -> change.answer().rows()).sum());
    compare(
        name,
        "bytes",
        counts.bytes(),
        changes.stream()
            .filter(isNew)
            .flatMap(change -> change.answer().file().stream())
            .mapToLong(PublishedFile::bytes)
            .sum());
    long failed = failed(name, failure -> failure.refusals() == 0);
    long refused = failed(name, failure -> failure.refusals() > 0);
    compare(name, "failed", counts.failed(), failed);
    compare(name, "refused", counts.refused(), refused + unasked(name, true));
    compare(name, "remaining", counts.remaining(), unasked(name, false));
    compare(name, "asked", counts.asked(), changes.size() + failed + refused + unasked(name, true));
  }

  /** What has no rows counts as empty, also where that is nothing new. */
  private static boolean isStillEmpty(InMemoryLedger.Change change) {
    return change.change() == SliceChange.UNCHANGED && !change.answer().hasRows();
  }

  private void compare(String export, String what, long told, long found) {
    if (told != found) {
      findings.add("counts %s %s of %s, but found %s".formatted(told, what, export, found));
    }
  }

  private static long count(List<InMemoryLedger.Change> changes, SliceChange change) {
    return changes.stream().filter(each -> each.change() == change).count();
  }

  private long failed(String export, Predicate<SliceFailure> kind) {
    return history.watch.failed().entrySet().stream()
        .filter(entry -> entry.getKey().export().equals(export))
        .map(Map.Entry::getValue)
        .filter(kind)
        .count();
  }

  private long unasked(String export, boolean isRefused) {
    return result.missing().stream()
        .filter(missing -> missing.key().export().equals(export))
        .filter(missing -> missing.failure().isEmpty())
        .filter(missing -> isRefused(missing) == isRefused)
        .count();
  }

  private static boolean isRefused(MissingSlice missing) {
    return missing.state() == MissingSlice.State.REFUSED;
  }

  /** Cell by cell: what has no answer is told, and what is told has none, or a stale one. */
  private void checkMissing(HistoryExport export) {
    Set<WantedCells.Cell> lacking =
        new WantedCells(history.topology)
            .of(export, sync.planned(), sync.schedule().start(), sync.schedule().end());
    Set<SliceKey> stale = new HashSet<>();
    String writing = ExportIdentity.of(export).writing();
    history.ledger.slices(
        export.name(),
        slice -> {
          if (slice.answer().isPresent()) {
            removeAll(lacking, slice.key(), export);
          }
          if (slice.answer().filter(answer -> !answer.writtenWith().equals(writing)).isPresent()) {
            stale.add(slice.key());
          }
        });
    Set<WantedCells.Cell> told = new HashSet<>();
    for (MissingSlice missing : result.missing()) {
      if (missing.key().export().equals(export.name())) {
        List<WantedCells.Cell> cells = WantedCells.Cell.of(missing.key());
        told.addAll(cells);
        if (cells.stream().noneMatch(lacking::contains)
            && !stale.contains(missing.key())
            && !isAskedAgain(missing.key())
            && history.promise.due(missing.key(), history.time.now()).isEmpty()) {
          findings.add(
              "says that %s is missing: %s"
                  .formatted(SimulatedSync.told(missing.key()), missing.reason()));
        }
      }
    }
    lacking.stream()
        .filter(cell -> !told.contains(cell))
        .findFirst()
        .ifPresent(cell -> findings.add("does not tell that there is no answer for " + cell));
  }

  /**
   * One that was under way, though whole, and failed when it was asked for again, or could not be
   * asked for to the end. To be begun so, it was stale or due when it was asked for first.
   */
  private boolean isAskedAgain(SliceKey key) {
    return history
        .ledger
        .slice(key)
        .filter(slice -> slice.answer().isPresent())
        .filter(slice -> slice.failure().isPresent() || slice.underWay())
        .isPresent();
  }

  private static void removeAll(Set<WantedCells.Cell> lacking, SliceKey key, HistoryExport export) {
    if (HistoryProject.isFree(export)) {
      lacking.removeAll(WantedCells.Cell.of(key));
    } else {
      lacking.removeIf(cell -> cell.window().equals(key.window()));
    }
  }

  private void tell() {
    for (MissingSlice missing : result.missing()) {
      if (missing.reason().contains("both halves")) {
        history.machine.reach(HistoryFault.EXPORT_GIVEN_UP);
        if (history.watch.isRefusedWithOthers(missing.key().export())) {
          history.machine.reach(HistoryFault.EXPORT_GIVEN_UP_WITH_SLICES_UNDER_WAY);
        }
      }
      boolean isLeft = missing.state() == MissingSlice.State.LEFT;
      if (isLeft && result.ending().isEmpty() && sync.schedule().longest().isPresent()) {
        history.machine.reach(HistoryFault.NO_MORE_TIME);
      }
      if (missing.reason().contains("does not list")) {
        history.machine.reach(HistoryFault.SOURCE_NOT_LISTED);
      }
    }
    if (sync.schedule().start().isPresent()) {
      history.machine.reach(HistoryFault.PART_SELECTED);
    }
    boolean isRetried =
        history.watch.failed().values().stream().anyMatch(failure -> failure.refusals() > 1);
    if (isRetried) {
      history.machine.reach(HistoryFault.REFUSED_RETRIED);
    }
    if (result.missing().stream()
        .flatMap(missing -> missing.failure().stream())
        .anyMatch(failure -> failure.reason() == FailureReason.ROWS_DO_NOT_FIT)) {
      history.machine.reach(HistoryFault.ROWS_THAT_DO_NOT_FIT);
    }
  }

  /**
   * After a calm sync nothing is missing but what is refused, or what the service does not list.
   */
  private void checkNothingLeft() {
    for (MissingSlice missing : result.missing()) {
      boolean isRefused =
          isRefused(missing)
              && (history.service.hasRefused(missing.key())
                  || history.target.hasRefused(missing.key())
                  || isUnlisted(missing.key()));
      if (!isRefused) {
        findings.add(
            "%s is missing after all: %s"
                .formatted(SimulatedSync.told(missing.key()), missing.reason()));
      }
    }
    List<PlannedSlice> more =
        HistoryPlanning.plan(
                history.ledger,
                history.project.exports(),
                history.ledger.topology(),
                new PlanSettings(
                    sync.planned(),
                    Optional.empty(),
                    Optional.empty(),
                    PlanOrder.NEWEST_FIRST,
                    false),
                HistoryProject.CATALOGUE)
            .slices()
            .stream()
            .filter(slice -> !isDueStill(slice))
            .toList();
    if (!more.isEmpty()) {
      findings.add("there is more to ask for after all: " + more);
    }
  }

  /** The service still had the build that is there, so that it has to be asked for once more. */
  private boolean isDueStill(PlannedSlice slice) {
    return slice.purpose() == SlicePurpose.DUE
        && history.watch.answers().isOfSameBuild(slice.key());
  }

  private boolean isUnlisted(SliceKey key) {
    HistoryExport export = history.project.export(key.export());
    WantedCells wanted = new WantedCells(history.topology);
    return WantedCells.Cell.of(key).stream().noneMatch(cell -> wanted.isListed(cell, export));
  }
}
