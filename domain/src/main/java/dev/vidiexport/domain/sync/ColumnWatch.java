package dev.vidiexport.domain.sync;

import dev.vidiexport.domain.coverage.ColumnChange;
import dev.vidiexport.domain.coverage.ColumnChanges;
import dev.vidiexport.domain.history.HistoryExport;
import dev.vidiexport.domain.history.RowSpan;
import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what VidiCenter has changed in its keys without a word, and tells each of it once. */
final class ColumnWatch {
  private final Ledger ledger;

  ColumnWatch(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What has not been told of some exports; from now on it has. */
  List<ColumnNews> news(List<HistoryExport> exports) {
    List<ColumnNews> news = new ArrayList<>();
    for (HistoryExport export : exports) {
      Set<String> told = ledger.told(export.name());
      for (ColumnChange change : changes(export.name())) {
        String fact = fact(change);
        if (!told.contains(fact)) {
          ledger.noteTold(export.name(), fact);
          news.add(new ColumnNews(export.name(), change));
        }
      }
    }
    return news;
  }

  private List<ColumnChange> changes(String export) {
    Optional<RowSpan> rows = ledger.rowSpan(export);
    Optional<TimeWindow> first = rows.map(RowSpan::first);
    return ColumnChanges.of(ledger.columnSpans(export), first, rows.map(RowSpan::last));
  }

  /** A key that goes, comes back and goes again is told of twice. */
  private static String fact(ColumnChange change) {
    String column = String.valueOf(change.column().number());
    if (change instanceof ColumnChange.Renamed renamed) {
      return "renamed %s to %s".formatted(renamed.from().number(), column);
    }
    return change instanceof ColumnChange.Appeared
        ? "appeared " + column
        : "disappeared %s %s".formatted(column, change.window().label());
  }
}
