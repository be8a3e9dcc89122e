package dev.vidiexport.sinks.html;

import dev.vidiexport.domain.report.AudienceReport;
import dev.vidiexport.domain.report.FigureKind;
import dev.vidiexport.domain.report.RowsOrigin;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says how the figures of a page came about. */
final class MethodViews {
  private final AudienceReport report;
  private final PageSettings settings;
  private final PageWords words;

  MethodViews(AudienceReport report, PageSettings settings, PageWords words) {
    this.report = report;
    this.settings = settings;
    this.words = words;
  }

  MethodView view() {
    List<MethodView.Origin> origins = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    List<String> created = new ArrayList<>();
    for (RowsOrigin origin : report.origins()) {
      List<String> arguments = new ArrayList<>();
      origin.arguments().forEach((name, value) -> arguments.add(name + "=" + value));
      origins.add(new MethodView.Origin(title(origin), arguments));
      rows.add(rows(origin));
      created.add(
          words
              .phrase(
                  "method.created",
                  Argument.of("type", origin.dataType()),
                  Argument.of(
                      "date", origin.creationDate().orElse(words.text("method.created.unknown"))))
              .plain());
    }
    if (origins.isEmpty()) {
      rows.add(words.text("method.no-rows"));
      created.add(words.text("method.no-rows"));
    }
    List<String> span = new ArrayList<>();
    span.add(words.spans().of(report.span()));
    report
        .comparedSpan()
        .ifPresent(
            compared ->
                span.add(
                    words
                        .phrase("compared.with", Argument.of("span", words.spans().of(compared)))
                        .plain()));
    return new MethodView(origins, span, rows, created, page(), meanings());
  }

  private String title(RowsOrigin origin) {
    return words
        .phrase(
            origin.grouped() ? "method.origin.grouped" : "method.origin",
            Argument.of("type", origin.dataType()),
            Argument.of("resolution", origin.timeResolution()))
        .plain();
  }

  private String rows(RowsOrigin origin) {
    List<Phrase> parts = new ArrayList<>();
    parts.add(rows("method.rows", origin.rows(), Argument.of("type", origin.dataType())));
    if (origin.outside() > 0) {
      parts.add(rows("method.rows.outside", origin.outside()));
    }
    if (origin.untold() > 0) {
      parts.add(rows("method.rows.untold", origin.untold()));
    }
    return Phrase.joined(parts, "; ").plain();
  }

  private Phrase rows(String key, long rows, Argument... others) {
    List<Argument> arguments = new ArrayList<>(List.of(others));
    arguments.add(Argument.of("count", words.values().count((double) rows)));
    return words.messages().counted(key, (double) rows, arguments.toArray(Argument[]::new));
  }

  private String page() {
    return words
        .phrase(
            "method.page",
            Argument.of("time", settings.created().truncatedTo(ChronoUnit.SECONDS).toString()),
            Argument.of("version", settings.programVersion()))
        .plain();
  }

  /** What is said of figures that the report has, in the order of the page. */
  private List<MethodView.Meaning> meanings() {
    List<MethodView.Meaning> meanings = new ArrayList<>();
    Set<FigureKind> there = report.headline().figures().keySet();
    for (FigureKind kind : FigureKind.values()) {
      if (there.contains(kind)) {
        meanings.add(meaning(words.text("figure." + kind.word()), "meaning." + kind.word()));
      }
    }
    meanings.add(meaning(words.text("meaning.term.missing"), "meaning.missing"));
    report
        .hours()
        .ifPresent(hours -> meanings.add(meaning(words.text("meaning.term.week"), "meaning.week")));
    report
        .comparedSpan()
        .ifPresent(
            span -> meanings.add(meaning(words.text("meaning.term.change"), "meaning.change")));
    return meanings;
  }

  private MethodView.Meaning meaning(String term, String key) {
    return new MethodView.Meaning(term, words.text(key));
  }
}
