package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.CountKind;
import dev.vidiexport.domain.report.DayFigures;
import dev.vidiexport.domain.report.FigureChange;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.ReportNote;
import dev.vidiexport.domain.report.WeekTime;
import dev.vidiexport.sinks.report.TableCell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Makes what the page opens with. */
final class SummaryViews {
  private static final int MOST_CARDS = 4;

  /** Figures that may become cards where others are not there, the first of them first. */
  private static final List<FigureKind> SPARE_CARDS =
      List.of(
          FigureKind.OTS,
          FigureKind.FOOTFALL,
          FigureKind.VEHICLES,
          FigureKind.DWELL_SECONDS,
          FigureKind.PLACES);

  /** Changes below this are told as none. */
  private static final double SMALLEST_CHANGE = 0.0005;

  private final AudienceReport report;
  private final PageWords words;
  private final NoteViews notes;

  SummaryViews(AudienceReport report, PageWords words) {
    this.report = report;
    this.words = words;
    notes = new NoteViews(report, words);
  }

  SummaryView view() {
    Set<FigureKind> chosen = chosen();
    List<CardView> cards = new ArrayList<>();
    List<CardView> facts = new ArrayList<>();
    for (FigureKind kind : chosen) {
      cards.add(card(kind, line(kind)));
    }
    for (FigureKind kind : report.headline().figures().keySet()) {
      if (!chosen.contains(kind)) {
        facts.add(card(kind, Optional.empty()));
      }
    }
    String compared =
        report
            .comparedSpan()
            .map(
                span ->
                    words
                        .phrase("compared.with", Argument.of("span", words.spans().of(span)))
                        .plain())
            .orElse("");
    return new SummaryView(
        sentence(),
        cards,
        facts,
        compared,
        notes.of(
            ReportNote.NO_ROWS,
            ReportNote.SUM_OF_CAMERAS,
            ReportNote.SITE_SUM,
            ReportNote.SITE_AVERAGE));
  }

  /** All in one sentence, of which each part that is not known is left out. */
  private Phrase sentence() {
    String span = words.spans().of(report.span());
    if (report.has(ReportNote.NO_ROWS)) {
      return words.phrase("sentence.empty", Argument.of("span", span));
    }
    List<Phrase> parts = new ArrayList<>();
    parts.add(
        words.phrase(
            "sentence.head",
            new Argument("counted", words.counted(report.main(), main())),
            new Argument(
                "places", words.places(report, report.headline().of(FigureKind.PLACES).orElse(0))),
            Argument.of("span", span)));
    report.findings().busiestHour().ifPresent(time -> parts.add(busiest(time)));
    parts.add(measured());
    return new Phrase(
        Phrase.joined(
                List.of(Phrase.joined(parts, words.text("sentence.joint")), Phrase.of(".")), "")
            .parts());
  }

  private OptionalDouble main() {
    return report.headline().of(FigureKind.of(report.main()));
  }

  private Phrase busiest(WeekTime time) {
    return words.phrase(
        "sentence.busiest",
        Argument.of("weekday", words.values().weekday(time.weekday())),
        Argument.of("hour", words.values().hour(time.hour())));
  }

  /** How much was measured, which never stands far from a figure. */
  Phrase measured() {
    OptionalDouble coverage = report.headline().of(FigureKind.COVERAGE);
    return coverage.isPresent()
        ? words.phrase(
            "sentence.measured", Argument.of("share", words.values().ratio(coverage.getAsDouble())))
        : words.phrase("sentence.unknown");
  }

  /** The main figure, conversion, attention and coverage; others in place of those not there. */
  private Set<FigureKind> chosen() {
    Set<FigureKind> there = report.headline().figures().keySet();
    List<FigureKind> wanted = new ArrayList<>();
    wanted.add(FigureKind.of(report.main()));
    wanted.add(FigureKind.CONVERSION);
    wanted.add(FigureKind.ATTENTION_SECONDS);
    wanted.removeIf(kind -> !there.contains(kind));
    boolean coverage = there.contains(FigureKind.COVERAGE);
    for (FigureKind spare : SPARE_CARDS) {
      if (wanted.size() + (coverage ? 1 : 0) < MOST_CARDS
          && there.contains(spare)
          && !wanted.contains(spare)) {
        wanted.add(spare);
      }
    }
    if (coverage) {
      wanted.add(FigureKind.COVERAGE);
    }
    return new LinkedHashSet<>(wanted);
  }

  private CardView card(FigureKind kind, Optional<Sparkline> line) {
    OptionalDouble value = report.headline().of(kind);
    return new CardView(
        words.text("figure." + kind.word()),
        element(kind, "", value, words.values().orDash(value, number -> shown(kind, number))),
        report.headline().change(kind).map(change -> change(kind, change)),
        line);
  }

  private String shown(FigureKind kind, double value) {
    return switch (kind) {
      case WATCHERS, OTS, FOOTFALL, VEHICLES, PLACES, MEASURED, EXPECTED ->
          words.values().count(value);
      case CONVERSION, ATTENTION_SHARE, COVERAGE -> words.values().ratio(value);
      case DWELL_SECONDS, ATTENTION_SECONDS -> words.values().secondsWithUnit(value);
    };
  }

  private static FigureElement element(
      FigureKind kind, String part, OptionalDouble value, String text) {
    return new FigureElement(kind.word() + part, TableCell.of(value).raw(), text);
  }

  private CardView.ChangeView change(FigureKind kind, FigureChange change) {
    String look =
        Math.abs(change.change()) < SMALLEST_CHANGE ? "same" : change.change() > 0 ? "up" : "down";
    return new CardView.ChangeView(
        look,
        words.text("change." + look),
        element(
            kind,
            "_change",
            OptionalDouble.of(change.change()),
            words.values().change(change.change())),
        element(
            kind,
            "_before",
            OptionalDouble.of(change.before()),
            words
                .phrase("change.before", Argument.of("value", shown(kind, change.before())))
                .plain()),
        element(
            kind,
            "_compared",
            OptionalDouble.of(change.compared()),
            words
                .messages()
                .counted(
                    "change.compared",
                    change.compared(),
                    Argument.of("count", words.values().count(change.compared())))
                .plain()));
  }

  private Optional<Sparkline> line(FigureKind kind) {
    return switch (kind) {
      case WATCHERS -> line(day -> day.counts().of(CountKind.WATCHERS));
      case OTS -> line(day -> day.counts().of(CountKind.OTS));
      case FOOTFALL -> line(day -> day.counts().of(CountKind.FOOTFALL));
      case VEHICLES -> line(day -> day.counts().of(CountKind.VEHICLES));
      case CONVERSION -> line(DayFigures::conversion);
      case ATTENTION_SECONDS -> line(DayFigures::attentionSeconds);
      case COVERAGE -> line(day -> day.coverage().share());
      case DWELL_SECONDS, ATTENTION_SHARE, PLACES, MEASURED, EXPECTED -> Optional.empty();
    };
  }

  private Optional<Sparkline> line(Function<DayFigures, OptionalDouble> value) {
    return Sparkline.of(report.days().stream().map(value).toList());
  }
}
