package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.Coverage;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.PlaceFigures;
import dev.vidiexport.domain.report.PlacePresence;
import dev.vidiexport.domain.report.QualityFigures;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.sinks.report.ReportTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the sections that tell where, and how well that was measured. */
final class PlaceSections {
  /** Places that a summary names. */
  private static final int NAMED = 3;

  /** A chart has no room for more places; their table has all. */
  static final int MOST_IN_CHART = 40;

  private final AudienceReport report;
  private final ReportTables tables;
  private final PageWords words;
  private final Legends legends;
  private final TableViews views;
  private final NoteViews notes;

  PlaceSections(AudienceReport report, ReportTables tables, PageWords words) {
    this.report = report;
    this.tables = tables;
    this.words = words;
    legends = new Legends(words);
    views = new TableViews(words);
    notes = new NoteViews(report, words);
  }

  SectionView places() {
    String title =
        words
            .phrase("title.places", Argument.of("kind", words.kind(report.main())))
            .capitalised(words.language().locale())
            .plain();
    Phrase heading =
        report
            .findings()
            .leadingPlace()
            .map(place -> words.heading("heading.places", words.place(place)))
            .orElseGet(() -> words.heading("heading.places.neutral"));
    List<TableView> shown = new ArrayList<>();
    shown.addAll(table("places", title));
    shown.addAll(table("trends", words.text("title.trends")));
    if (report.places().shown().isEmpty()) {
      return new SectionView(
          "places",
          heading,
          report.findings().leadingPlace().isPresent(),
          notes.top(),
          List.of(),
          shown);
    }
    List<LegendEntry> legend = new ArrayList<>();
    report.findings().leadingPlace().ifPresent(p -> legend.add(legends.accent("legend.leading")));
    legend.add(legends.notMeasured());
    boolean ranks =
        report.places().shown().stream().anyMatch(place -> place.perMeasuredHour().isPresent());
    FigureView figure =
        new FigureView("places", title, placesSummary(), legend, Optional.empty(), ranks, shown);
    return new SectionView(
        "places",
        heading,
        report.findings().leadingPlace().isPresent(),
        notes.top(),
        List.of(figure),
        List.of());
  }

  private Phrase placesSummary() {
    List<Phrase> named = new ArrayList<>();
    for (PlaceFigures place : report.places().shown()) {
      OptionalDouble count = place.counts().of(report.main());
      if (named.size() < NAMED && count.isPresent()) {
        named.add(
            words.phrase(
                "summary.place",
                words.place(place.place()),
                new Argument("count", words.counted(report.main(), count)),
                Argument.of("share", words.values().orDash(place.share(), words.values()::ratio))));
      }
    }
    return named.isEmpty()
        ? words.phrase("summary.nothing")
        : Phrase.joined(List.of(Phrase.joined(named, "; "), Phrase.of(".")), "");
  }

  Optional<SectionView> vehicles() {
    return report.vehicles().map(list -> presence(CountKind.VEHICLES, list));
  }

  Optional<SectionView> footfall() {
    return report.footfall().map(list -> presence(CountKind.FOOTFALL, list));
  }

  private SectionView presence(CountKind kind, List<PlacePresence> places) {
    String word = kind.word();
    Phrase heading = words.heading("heading." + word);
    String title = words.text("title." + word);
    List<Phrase> named = new ArrayList<>();
    for (PlacePresence place : places) {
      if (named.size() < NAMED && place.count().isPresent()) {
        named.add(
            words.phrase(
                "summary.presence",
                words.place(place.place()),
                new Argument("count", words.counted(kind, place.count().getAsDouble())),
                Argument.of(
                    "seconds",
                    words.values().orDash(place.seconds(), words.values()::secondsWithUnit))));
      }
    }
    Phrase summary =
        named.isEmpty()
            ? words.phrase("summary.nothing")
            : Phrase.joined(List.of(Phrase.joined(named, "; "), Phrase.of(".")), "");
    if (places.isEmpty()) {
      return new SectionView(word, heading, false, List.of(), List.of(), table(word, title));
    }
    FigureView figure =
        new FigureView(
            word,
            title,
            words.ofFirst(summary, places.size()),
            List.of(legends.notMeasured()),
            Optional.empty(),
            false,
            table(word, title));
    return new SectionView(word, heading, false, List.of(), List.of(figure), List.of());
  }

  SectionView quality() {
    QualityFigures quality = report.quality();
    String title = words.text(quality.byMonth() ? "title.quality.months" : "title.quality");
    Phrase heading =
        report
            .findings()
            .leastCovered()
            .map(place -> words.heading("heading.quality", words.place(place)))
            .orElseGet(() -> words.heading("heading.quality.neutral"));
    boolean known =
        quality.places().stream()
            .flatMap(place -> place.coverage().stream())
            .anyMatch(coverage -> coverage.share().isPresent());
    List<FigureView> figures = new ArrayList<>();
    List<TableView> others = new ArrayList<>();
    if (known) {
      figures.add(qualityFigure(quality, title));
    } else {
      others.addAll(table("quality", title));
    }
    others.addAll(
        table(
            "missing",
            words
                .phrase(
                    "title.missing",
                    Argument.of("count", words.values().count(quality.missing().size())))
                .plain()));
    return new SectionView(
        "quality",
        heading,
        report.findings().leastCovered().isPresent(),
        notes.of(ReportNote.EXPECTED_UNKNOWN, ReportNote.BY_MONTH),
        figures,
        others);
  }

  private FigureView qualityFigure(QualityFigures quality, String title) {
    List<LegendEntry> legend = new ArrayList<>();
    report
        .findings()
        .leastCovered()
        .ifPresent(place -> legend.add(legends.accent("legend.least-covered")));
    legend.add(legends.notMeasured());
    return new FigureView(
        "quality",
        title,
        qualitySummary(quality),
        legend,
        Optional.of(new FigureView.Scale(words.values().ratio(0), words.values().ratio(1))),
        false,
        table("quality", title));
  }

  private Phrase qualitySummary(QualityFigures quality) {
    List<Phrase> parts = new ArrayList<>();
    OptionalDouble all = report.headline().of(FigureKind.COVERAGE);
    if (all.isPresent()) {
      parts.add(
          words.phrase(
              "summary.quality", Argument.of("share", words.values().ratio(all.getAsDouble()))));
    }
    long complete =
        quality.places().stream()
            .filter(place -> place.coverage().stream().allMatch(PlaceSections::isWhole))
            .count();
    parts.add(
        words
            .messages()
            .counted(
                "summary.quality.complete",
                (double) complete,
                Argument.of("count", words.values().count((double) complete)),
                Argument.of("all", words.values().count(quality.places().size()))));
    if (quality.places().size() > MOST_IN_CHART) {
      parts.add(
          words.phrase(
              "summary.quality.part", Argument.of("count", words.values().count(MOST_IN_CHART))));
    }
    return Phrase.joined(parts, " ");
  }

  private static boolean isWhole(Coverage coverage) {
    return coverage.share().orElse(0) >= 1;
  }

  private List<TableView> table(String word, String caption) {
    return tables.find(word).map(table -> List.of(views.of(table, caption))).orElse(List.of());
  }
}
