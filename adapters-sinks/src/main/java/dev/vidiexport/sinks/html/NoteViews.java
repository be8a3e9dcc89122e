package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Counts;
import dev.vidiexport.domain.report.ReportNote;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Says in words what a reader must be told. */
final class NoteViews {
  private final AudienceReport report;
  private final PageWords words;

  NoteViews(AudienceReport report, PageWords words) {
    this.report = report;
    this.words = words;
  }

  /** Those of some notes that the report has. */
  List<NoteView> of(ReportNote... notes) {
    List<NoteView> views = new ArrayList<>();
    for (ReportNote note : notes) {
      if (report.has(note)) {
        views.add(new NoteView(note.word(), text(note)));
      }
    }
    return views;
  }

  /** That there are more places than the ranking shows; none where there are not. */
  List<NoteView> top() {
    return report.places().others() == 0
        ? of(ReportNote.TOP)
        : List.of(new NoteView(ReportNote.TOP.word(), text(ReportNote.TOP)));
  }

  private Phrase text(ReportNote note) {
    return switch (note) {
      case TOP -> others();
      case SUM_OF_CAMERAS,
          SITE_SUM,
          SITE_AVERAGE,
          BY_MONTH,
          EXPECTED_UNKNOWN,
          PARTIAL_DAYS,
          NO_ROWS ->
          words.phrase("note." + note.word());
    };
  }

  private Phrase others() {
    Counts together = report.places().othersTogether();
    List<Phrase> counts = new ArrayList<>();
    for (CountKind kind : together.kinds()) {
      OptionalDouble count = together.of(kind);
      if (count.isPresent()) {
        counts.add(words.counted(kind, count.getAsDouble()));
      }
    }
    int others = report.places().others();
    return words
        .messages()
        .counted(
            "note.top",
            others,
            Argument.of("shown", words.values().count(report.places().shown().size())),
            Argument.of("count", words.values().count(others)),
            new Argument(
                "together",
                counts.isEmpty()
                    ? Phrase.of(words.text("missing.text"))
                    : Phrase.joined(counts, ", ")));
  }
}
