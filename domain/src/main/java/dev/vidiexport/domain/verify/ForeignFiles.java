package dev.vidiexport.domain.verify;

import dev.vidiexport.domain.history.TimeWindow;
import dev.vidiexport.domain.port.LedgerReader;
import dev.vidiexport.domain.port.StandingFolders;
import dev.vidiexport.domain.port.StandingFolders.Entry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds what stands below the folder of an export, and no slice has. The name of a folder tells the
 * window, so that the names of one window's files are held at a time, and the entries of one
 * folder. For one thread.
 */
final class ForeignFiles implements ForeignSearch {
  /** Each further one needs another file of the same window in the same moment. */
  private static final int MOST_LOOKS = 20;

  private static final Comparator<Entry> BY_PATH = Comparator.comparing(Entry::path);

  private final LedgerReader ledger;
  private final StandingFolders files;
  private final VerifySettings settings;
  private final VerifyMeter meter;
  private final VerifyReportBuilder report;

  ForeignFiles(
      LedgerReader ledger,
      StandingFolders files,
      VerifySettings settings,
      VerifyMeter meter,
      VerifyReportBuilder report) {
    this.ledger = ledger;
    this.files = files;
    this.settings = settings;
    this.meter = meter;
    this.report = report;
  }

  /** What shows entries. */
  private interface Shown {
    void to(Consumer<Entry> visitor) throws IOException;
  }

  @Override
  public void search(VerifiedExport export) {
    List<Entry> odd = new ArrayList<>();
    for (Entry entry : entries(export.name(), visitor -> files.entries(export.name(), visitor))) {
      Optional<TimeWindow> window =
          entry.isFolder() ? WindowFolder.window(entry.name()) : Optional.empty();
      if (window.isEmpty()) {
        odd.add(entry);
      } else if (settings.selects(window.get())) {
        searchWindow(export, window.get(), entry);
      }
    }
    if (settings.selectsAllDays()) {
      odd.forEach(this::tellAllOf);
    }
  }

  private List<Entry> entries(String folder, Shown shown) {
    meter.requireGoing();
    List<Entry> entries = new ArrayList<>();
    try {
      shown.to(entries::add);
    } catch (IOException unreadable) {
      report.addUnreadable(folder, String.valueOf(unreadable.getMessage()));
    }
    entries.sort(BY_PATH);
    return entries;
  }

  private void searchWindow(VerifiedExport export, TimeWindow window, Entry folder) {
    WindowNames names = WindowNames.of(ledger, export.name(), window);
    List<Entry> unknown = new ArrayList<>();
    try {
      // Most are known, and need not be held.
      folder.entries(
          entry -> {
            if (entry.isFolder() || !names.has(entry.path())) {
              unknown.add(entry);
            }
          });
    } catch (IOException unreadable) {
      report.addUnreadable(folder.path(), String.valueOf(unreadable.getMessage()));
    }
    unknown.sort(BY_PATH);
    tellUnknown(
        export, window, unknown.stream().filter(entry -> !entry.isFolder()).toList(), names);
    unknown.stream().filter(Entry::isFolder).forEach(this::tellAllOf);
  }

  /** A sync may have published or removed some meanwhile; then the ledger says something else. */
  private void tellUnknown(
      VerifiedExport export, TimeWindow window, List<Entry> found, WindowNames before) {
    List<Entry> unknown = found;
    WindowNames names = before;
    for (int looks = 0; looks < MOST_LOOKS && !unknown.isEmpty(); looks++) {
      meter.requireGoing();
      WindowNames now = WindowNames.of(ledger, export.name(), window);
      if (now.equals(names)) {
        for (Entry entry : unknown) {
          tell(entry, now.remark(entry.path()));
        }
        return;
      }
      unknown =
          unknown.stream().filter(entry -> !now.has(entry.path())).filter(Entry::isThere).toList();
      names = now;
    }
  }

  /** No sync puts anything into such places. */
  private void tellAllOf(Entry place) {
    Deque<Entry> left = new ArrayDeque<>(List.of(place));
    while (!left.isEmpty()) {
      Entry entry = left.pop();
      if (entry.isFolder()) {
        List<Entry> within = entries(entry.path(), entry::entries);
        for (int at = within.size() - 1; at >= 0; at--) {
          left.push(within.get(at));
        }
      } else {
        tell(entry, Optional.empty());
      }
    }
  }

  private void tell(Entry entry, Optional<String> remark) {
    if (settings.part().has(entry.path())) {
      report.add(new VerifyFinding(FindingKind.FOREIGN, entry.path(), remark, Optional.empty()));
    }
  }
}
