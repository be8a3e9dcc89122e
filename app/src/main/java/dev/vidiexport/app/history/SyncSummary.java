package dev.vidiexport.app.history;

import dev.vidiexport.app.advice.CommandLineAdvice;
import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.export.RunContinuation;
import dev.vidiexport.domain.polling.DurationText;
import dev.vidiexport.domain.sync.ExportCounts;
import dev.vidiexport.domain.sync.MissingSlice;
import dev.vidiexport.domain.sync.SyncResult;
import dev.vidiexport.domain.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Sums a sync up for people. */
final class SyncSummary {
  /** What fits on a screen; the ledger and the report have the rest. */
  private static final int MOST_LINES = 20;

  private static final int MOST_CHARACTERS_OF_REASON = 200;

  private final SyncResult result;

  SyncSummary(SyncResult result) {
    this.result = result;
  }

  /** One line with what was done. */
  String line() {
    List<String> parts = new ArrayList<>();
    add(parts, ExportCounts::published, "published");
    add(parts, ExportCounts::replaced, "replaced");
    add(parts, ExportCounts::unchanged, "unchanged");
    add(parts, ExportCounts::empty, "without rows");
    add(parts, ExportCounts::failed, "failed");
    add(parts, ExportCounts::refused, "refused");
    add(parts, ExportCounts::remaining, "not asked for");
    return "%s: %s; %s; %s in %s"
        .formatted(
            NumberText.counted(sum(ExportCounts::asked), "slice"),
            parts.isEmpty() ? nothing() : String.join(", ", parts),
            amount(),
            NumberText.counted(result.calls(), "call"),
            DurationText.of(result.elapsed()));
  }

  /** How large rows are in a table, nobody knows. */
  private String amount() {
    String rows = NumberText.counted(sum(ExportCounts::rows), "row");
    long bytes = sum(ExportCounts::bytes);
    return bytes == 0 && sum(ExportCounts::rows) > 0
        ? rows
        : "%s, %s".formatted(rows, AmountText.bytes(bytes));
  }

  private String nothing() {
    return result.ending().isPresent() ? "nothing done" : "nothing to do";
  }

  private void add(List<String> parts, ToLongFunction<ExportCounts> count, String word) {
    long sum = sum(count);
    if (sum > 0) {
      parts.add(NumberText.of(sum) + " " + word);
    }
  }

  private long sum(ToLongFunction<ExportCounts> count) {
    return result.exports().stream().mapToLong(count).sum();
  }

  /** How much is missing, and what to do about it. */
  String missing() {
    List<String> parts = new ArrayList<>();
    add(parts, ExportCounts::failed, "failed");
    add(parts, ExportCounts::refused, "refused");
    add(parts, ExportCounts::remaining, "not asked for");
    return CommandLineAdvice.toldOfMissing(
        "%s missing: %s."
            .formatted(
                result.missingInAll() == 1
                    ? "1 slice is"
                    : NumberText.of(result.missingInAll()) + " slices are",
                String.join(", ", parts)),
        isAnyMissing(MissingSlice.State.FAILED, MissingSlice.State.LEFT),
        isAnyMissing(MissingSlice.State.REFUSED, MissingSlice.State.WAITING));
  }

  /** Whether the same command goes on with it. */
  boolean goesOn() {
    return result
        .ending()
        .map(ending -> RunContinuation.goesOn(ending.reason()))
        .orElseGet(() -> isAnyMissing(MissingSlice.State.FAILED, MissingSlice.State.LEFT));
  }

  private boolean isAnyMissing(MissingSlice.State one, MissingSlice.State other) {
    return result.missing().stream()
        .map(MissingSlice::state)
        .anyMatch(state -> state == one || state == other);
  }

  /** What is missing and why, a line each, as far as a screen goes. */
  List<String> table() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("EXPORT", "WINDOW", "SOURCES", "WHY"));
    result.missing().stream().limit(MOST_LINES).map(SyncSummary::row).forEach(rows::add);
    List<String> lines = new ArrayList<>(TextColumns.of(rows).lines().toList());
    long more = result.missingInAll() - (rows.size() - 1);
    if (more > 0) {
      lines.add("and %s more".formatted(NumberText.of(more)));
    }
    return lines;
  }

  private static List<String> row(MissingSlice slice) {
    return List.of(
        slice.key().export(),
        slice.key().window().label(),
        SliceText.sources(slice.key().sources()),
        shortened(slice.reason()));
  }

  private static String shortened(String reason) {
    return reason.length() <= MOST_CHARACTERS_OF_REASON
        ? reason
        : reason.substring(0, MOST_CHARACTERS_OF_REASON) + "...";
  }
}
