package dev.vidiexport.app.history;

import dev.vidiexport.app.console.TextColumns;
import dev.vidiexport.app.progress.AmountText;
import dev.vidiexport.domain.status.ExportStatus;
import dev.vidiexport.domain.status.HistoryStatus;
import dev.vidiexport.domain.status.PlaceStatus;
import dev.vidiexport.domain.text.CleanText;
import dev.vidiexport.domain.text.NumberText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a history stands, on one screen for people. */
final class StatusText {
  private static final String NOTHING = "-";
  private static final int LONGEST_LABEL = 20;
  private static final int LONGEST_TIME = 19;

  /** Of many exports, less room is left for places. */
  private static final int MOST_LINES_OF_EXPORTS_AND_PLACES = 15;

  private static final int LEAST_PLACES = 5;
  private static final int MOST_CHANGES = 5;

  private final HistoryStatus status;
  private final StripText strips;

  private StatusText(HistoryStatus status, boolean hasColours) {
    this.status = status;
    this.strips = new StripText(hasColours);
  }

  static List<String> of(HistoryStatus status, boolean hasColours) {
    return new StatusText(status, hasColours).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "As of %s. %s"
            .formatted(
                status.asOf(),
                lastRun()
                    .map("The last run that changed the history began at %s."::formatted)
                    .orElse("No run has changed the history yet.")));
    lines.add("");
    addExports(lines);
    lines.add(StripText.LEGEND);
    addPlaces(lines);
    addChanges(lines);
    return lines;
  }

  private Optional<Instant> lastRun() {
    return status.exports().stream().flatMap(export -> export.lastRun().stream()).findFirst();
  }

  private void addExports(List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "EXPORT", "CURRENT TO", "COVERAGE", inTables() ? "SLICES" : "FILES", "ROWS", "BYTES"));
    status.exports().stream().map(StatusText::row).forEach(rows::add);
    List<String> table = TextColumns.of(rows).lines().toList();
    lines.add(table.get(0));
    for (int at = 0; at < status.exports().size(); at++) {
      lines.add(table.get(at + 1));
      lines.add("  " + strips.of(status.exports().get(at)));
    }
  }

  private static List<String> row(ExportStatus export) {
    return List.of(
        export.export().name(),
        export.currentTo().map(LocalDate::toString).orElse(NOTHING),
        percent(export.coverage().percent()),
        NumberText.of(export.stored().files()),
        NumberText.of(export.stored().rows()),
        // How large rows are in a table, nobody knows.
        export.export().table().isPresent() ? NOTHING : AmountText.bytes(export.stored().bytes()));
  }

  private boolean inTables() {
    return status.exports().stream().anyMatch(export -> export.export().table().isPresent());
  }

  private static String percent(Optional<BigDecimal> percent) {
    return percent.map(number -> number + " %").orElse(NOTHING);
  }

  private record Place(String export, PlaceStatus status) {}

  private void addPlaces(List<String> lines) {
    List<Place> worst =
        status.exports().stream()
            .flatMap(
                export ->
                    export.places().stream().map(place -> new Place(export.export().name(), place)))
            .filter(place -> place.status().figures().lacking() > 0)
            .sorted(Comparator.comparing(Place::status, PlaceStatus.WORST_FIRST))
            .toList();
    if (worst.isEmpty()) {
      return;
    }
    int shown = Math.max(LEAST_PLACES, MOST_LINES_OF_EXPORTS_AND_PLACES - status.exports().size());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("WORST COVERED", "ID", "LABEL", "COVERAGE", "LACKING", "LAST UPLOAD"));
    worst.stream().limit(shown).map(StatusText::row).forEach(rows::add);
    lines.add("");
    lines.addAll(TextColumns.of(rows).lines().toList());
    addRest(lines, worst.size() - shown);
  }

  private static List<String> row(Place place) {
    PlaceStatus status = place.status();
    return List.of(
        place.export(),
        Long.toString(status.id()),
        status.label().map(label -> CleanText.of(label, LONGEST_LABEL)).orElse(NOTHING),
        percent(status.figures().percent()),
        NumberText.of(status.figures().lacking()),
        status.lastUpload().map(time -> CleanText.of(time, LONGEST_TIME)).orElse(NOTHING));
  }

  private void addChanges(List<String> lines) {
    List<String> changes =
        status.exports().stream()
            .flatMap(StatusText::changes)
            .map(change -> CleanText.of(change, 200))
            .toList();
    if (!changes.isEmpty()) {
      lines.add("");
      changes.stream().limit(MOST_CHANGES).forEach(lines::add);
      addRest(lines, changes.size() - MOST_CHANGES);
    }
  }

  private static Stream<String> changes(ExportStatus export) {
    return export.changes().stream()
        .map(change -> ColumnChangeText.of(export.export().name(), change));
  }

  private static void addRest(List<String> lines, int more) {
    if (more > 0) {
      lines.add("and %s more; --json tells all.".formatted(NumberText.of(more)));
    }
  }
}
