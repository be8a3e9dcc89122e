package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.SliceKey;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.history.WindowLength;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.StandingTables;
import dev.vidiexport.domain.verify.SliceIds.Rowless;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds rows in the table of an export that no slice has. The table tells the ids of slices in
 * their order, and so those of one window one after the other: what is known of one window is held
 * at a time. For one thread.
 */
final class ForeignRows implements ForeignSearch {
  private static final int MOST_IDS = 1_000;

  /** Each further one needs another slice of the same window in the same moment. */
  private static final int MOST_LOOKS = 20;

  private final LedgerReader ledger;
  private final StandingTables tables;
  private final VerifySettings settings;
  private final VerifyMeter meter;
  private final VerifyReportBuilder report;

  ForeignRows(
      LedgerReader ledger,
      StandingTables tables,
      VerifySettings settings,
      VerifyMeter meter,
      VerifyReportBuilder report) {
    this.ledger = ledger;
    this.tables = tables;
    this.settings = settings;
    this.meter = meter;
    this.report = report;
  }

  @Override
  public void search(VerifiedExport export) {
    try {
      new Walk(export, length(export)).walk();
    } catch (IOException unreadable) {
      report.addUnreadable(export.name(), String.valueOf(unreadable.getMessage()));
    }
  }

  /** Empty where the export has no windows. */
  private Optional<WindowLength> length(VerifiedExport export) {
    return export
        .entry()
        .map(HistoryExport::windowLength)
        .or(() -> ledger.windowAfter(export.name(), Optional.empty()).map(TimeWindow::length));
  }

  /** Through the ids of one table. */
  private final class Walk {
    private final VerifiedExport verified;
    private final String export;
    private final Optional<WindowLength> length;

    /** The last window of which there were rows, and what is known of it. */
    private Optional<TimeWindow> current = Optional.empty();

    private SliceIds known = SliceIds.NONE;
    private boolean isTold;

    Walk(VerifiedExport verified, Optional<WindowLength> length) {
      this.verified = verified;
      this.export = verified.name();
      this.length = length;
    }

    void walk() throws IOException {
      List<String> ids = page(Optional.empty());
      while (!ids.isEmpty()) {
        for (String id : ids) {
          look(id);
        }
        ids = page(Optional.of(ids.get(ids.size() - 1)));
      }
    }

    private List<String> page(Optional<String> last) throws IOException {
      meter.requireGoing();
      return tables.idsAfter(export, last, MOST_IDS);
    }

    private void look(String id) throws IOException {
      Optional<TimeWindow> window = window(id);
      if (window.isEmpty()) {
        // No sync writes such rows.
        if (settings.selectsAllDays()) {
          tell(id, Optional.empty(), Optional.empty());
        }
      } else if (settings.selects(window.get())) {
        look(id, window.get());
      }
    }

    private Optional<TimeWindow> window(String id) {
      return length.flatMap(some -> WindowLabel.windowOfId(export, some, id));
    }

    private void look(String id, TimeWindow window) throws IOException {
      if (!current.equals(Optional.of(window))) {
        current = Optional.of(window);
        known = SliceIds.of(ledger, export, window);
        isTold = false;
      }
      if (!isTold && !known.has(id)) {
        tellUnknown(window);
        isTold = true;
      }
    }

    /**
     * A sync may have published or removed some meanwhile. What the ledger says the same of before
     * and after the ids were read has not been touched in between, but for what is announced.
     */
    private void tellUnknown(TimeWindow window) throws IOException {
      SliceIds before = SliceIds.of(ledger, export, window);
      for (int looks = 0; looks < MOST_LOOKS; looks++) {
        List<String> unknown = unknown(window, before);
        SliceIds now = SliceIds.of(ledger, export, window);
        if (now.equals(before)) {
          unknown.forEach(id -> tell(id, now.rowless(id)));
          return;
        }
        before = now;
      }
    }

    private List<String> unknown(TimeWindow window, SliceIds ids) throws IOException {
      List<String> unknown = new ArrayList<>();
      // Nothing that belongs to the window comes before this.
      List<String> page = page(Optional.of("%s/%s/".formatted(export, window.label())));
      while (!page.isEmpty()) {
        for (String id : page) {
          if (!window(id).equals(Optional.of(window))) {
            return unknown;
          }
          if (!ids.has(id)) {
            unknown.add(id);
          }
        }
        page = page(Optional.of(page.get(page.size() - 1)));
      }
      return unknown;
    }

    private void tell(String id, Optional<Rowless> slice) {
      Optional<String> unasked = slice.flatMap(some -> verified.unasked(some.isRetired()));
      // Of what has an answer nothing is to be kept; of what has none it may be all that there is.
      Optional<Rowless> empty = slice.filter(Rowless::hasAnswer);
      if (empty.isEmpty()) {
        tell(id, slice.map(lost -> unasked.orElse("sync replaces it")), Optional.empty());
      } else if (unasked.isPresent()) {
        tell(id, Optional.empty(), Optional.empty());
      } else {
        tell(id, Optional.of("sync removes it"), empty.map(Rowless::key));
      }
    }

    private void tell(String id, Optional<String> remark, Optional<SliceKey> lost) {
      String place = tables.place(export, id);
      if (settings.part().has(place)) {
        report.add(new VerifyFinding(FindingKind.FOREIGN, place, remark, lost));
      }
    }
  }
}
